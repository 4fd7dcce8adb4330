"""What a utility has chosen where utilities differ."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.contract.types.rules import TransferPolicy
from services.cases.model.base import Base


class UtilityRules(Base):
    """One row a utility; without it the defaults of `store/rules.py` hold."""

    __tablename__ = "utility_rules"

    utility: Mapped[str] = mapped_column(primary_key=True)
    opens_at: Mapped[datetime | None]
    """Go-live: before it drafts are made and nothing is sent in."""
    transfer: Mapped[TransferPolicy] = mapped_column(Text)
