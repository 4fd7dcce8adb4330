"""Pages of the operator portal, a module for each group."""
