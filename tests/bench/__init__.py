"""Measurements: ratios within one run, with n, spread, load and both raw series."""
