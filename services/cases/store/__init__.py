"""Reads and writes of cases' own tables; nothing else speaks SQL."""
