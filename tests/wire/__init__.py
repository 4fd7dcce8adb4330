"""The chassis on a real broker and a real database, through a small service of its own."""
