"""The documents service: files, inspection, the journal and letters."""
