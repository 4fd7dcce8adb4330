"""The object store port."""
