"""One file per timed sweep."""
