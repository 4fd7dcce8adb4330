"""Services that exist for the wire tests alone."""
