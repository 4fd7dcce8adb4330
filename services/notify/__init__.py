"""The notify service: what is told to whom: deliveries, news, emergencies."""
