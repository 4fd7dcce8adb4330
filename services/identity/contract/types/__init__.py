"""Shapes identity answers with."""
