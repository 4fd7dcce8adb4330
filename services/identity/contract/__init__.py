"""PUBLIC: what identity can be asked, what it tells, and how it refuses."""
