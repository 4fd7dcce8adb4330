"""What documents does by the clock."""

from services.documents.sweeps.clear_staging import clear_staging
from services.documents.sweeps.lift_ended_shieldings import lift_ended_shieldings

__all__ = ["clear_staging", "lift_ended_shieldings"]
