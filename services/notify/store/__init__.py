"""Reading and writing notify's tables; nothing here decides."""
