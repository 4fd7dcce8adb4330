"""The HTTP gateway: JSON API and the two portals in front of the four services."""
