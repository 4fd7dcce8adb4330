"""Case types as data: read, checked, and turned into forms, validation and JSON Schema."""
