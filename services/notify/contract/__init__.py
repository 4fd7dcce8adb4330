"""PUBLIC: what notify can be asked, what it tells, and how it refuses."""
