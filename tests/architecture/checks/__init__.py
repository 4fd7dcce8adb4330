"""Checks as pure functions over sources; the tests apply them to the tree and to violations."""
