"""Rules, one module at a time, without a broker or a database."""
