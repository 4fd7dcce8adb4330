"""Pages of the contractor portal, a module for each group."""
