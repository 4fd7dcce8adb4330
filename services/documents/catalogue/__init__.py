"""Formats and kinds of documents, as data."""
