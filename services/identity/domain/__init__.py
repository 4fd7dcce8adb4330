"""Pure rules of identity: no input or output, no framework."""
