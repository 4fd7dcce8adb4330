"""Live changes: what the services tell, thinned and pushed to those it concerns."""
