"""The moves of the lifecycles as data; `transitions.py` puts them together."""
