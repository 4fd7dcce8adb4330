"""Norwegian numbers, properties and days."""
