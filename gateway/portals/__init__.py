"""The two portals: server-rendered pages for contractors and for the utility's own people."""
