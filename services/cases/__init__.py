"""The cases service: the catalogue and the life of a case."""
