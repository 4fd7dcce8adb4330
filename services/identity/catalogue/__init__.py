"""Data identity ships with."""
