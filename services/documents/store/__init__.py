"""Finding and changing rows; who may see them is decided here, once, in SQL."""
