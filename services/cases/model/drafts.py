"""What has been written in drafts, save by save, for as long as they are drafts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.model.base import Base


class DraftChange(Base):
    """One save of a draft: the fields it changed, as they were and as they became."""

    __tablename__ = "draft_change"
    __table_args__ = (Index("ix_draft_change_by_id", "by_id"),)

    case_id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    """The case's version after it."""
    at: Mapped[datetime]
    by_id: Mapped[str]
    by_name: Mapped[str]
    page: Mapped[str]
    """The open page that saved, as it named itself."""
    before: Mapped[dict[str, Any]]
    """Null where the field was not answered."""
    after: Mapped[dict[str, Any]]
