"""Journeys of people through the running system, over HTTP."""
