"""What cases can be asked."""
