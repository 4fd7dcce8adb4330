"""Tests that keep the map true: what the documents promise of the code is checked here."""
