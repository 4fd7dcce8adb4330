"""Texts and formats in three languages."""
