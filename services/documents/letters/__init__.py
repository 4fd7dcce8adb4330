"""Letters of the utility: what they say in three languages, set as tagged PDF."""

from services.documents.letters.letter import Letter, write

__all__ = ["Letter", "write"]
