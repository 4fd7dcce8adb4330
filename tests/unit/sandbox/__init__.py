"""The sandbox, seen by the packages and browsers that will meet it."""
