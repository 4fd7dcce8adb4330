"""PUBLIC: what documents can be asked, what it tells, and how it refuses."""
