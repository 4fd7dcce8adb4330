"""Everything that shows the portal does what it says."""
