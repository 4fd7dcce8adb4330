"""Notify against a real database, its providers against the sandbox."""
