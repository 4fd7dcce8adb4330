"""Operations and reactions against a real PostgreSQL."""
