"""What the probe can be asked and what it tells."""
