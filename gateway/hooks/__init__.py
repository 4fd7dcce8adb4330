"""Webhooks: what the telephone provider tells us, signed."""
