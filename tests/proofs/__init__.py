"""Claims about what the system survives, each with the tests that prove it."""
