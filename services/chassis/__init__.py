"""Shared infrastructure: knows no service, no case and no firm."""
