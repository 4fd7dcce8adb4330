"""A probe: one operation for each thing the chassis promises."""
