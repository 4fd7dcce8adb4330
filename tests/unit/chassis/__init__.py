"""The chassis, without a broker or a database."""
