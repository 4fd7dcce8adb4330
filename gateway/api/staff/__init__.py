"""What only the utility's staff may do; on the contractor portal none of it exists."""
