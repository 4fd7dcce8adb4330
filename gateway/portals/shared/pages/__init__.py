"""Pages both portals have."""
