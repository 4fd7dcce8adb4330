"""What documents does by the clock."""

from services.documents.sweeps.clear_staging import clear_staging

__all__ = ["clear_staging"]
