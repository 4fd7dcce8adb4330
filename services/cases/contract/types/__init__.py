"""Shapes cases answers with."""
