"""What identity keeps, table by table, and its two windows to the outside: hashes and register."""
