"""Pure rules: lifecycle, guards, deadlines, freezes. No input or output, no framework."""
