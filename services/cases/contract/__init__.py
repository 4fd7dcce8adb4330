"""PUBLIC: what cases can be asked, what it tells, and how it refuses."""
