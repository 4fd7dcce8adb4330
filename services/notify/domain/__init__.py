"""Pure rules: what happens to a delivery, and whom an incident rings."""
