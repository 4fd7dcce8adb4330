"""Firms on a case besides its applicant, and those that were."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.contract.types.parties import PartyRight, PartyRole, PartyState
from services.cases.model.base import Base

LIVING = text("state IN ('invited', 'active')")


class CaseParty(Base):
    """A firm invited to a case, and what came of it; names are as they were."""

    __tablename__ = "case_party"
    __table_args__ = (
        Index("uq_case_party_living", "case_id", "firm_id", unique=True, postgresql_where=LIVING),
        Index("ix_case_party_firm", "utility", "firm_id", "state"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"))
    utility: Mapped[str]
    firm_id: Mapped[str]
    firm_name: Mapped[str]
    firm_orgnr: Mapped[str]
    role: Mapped[PartyRole] = mapped_column(Text)
    right: Mapped[PartyRight] = mapped_column(Text)
    state: Mapped[PartyState] = mapped_column(Text)
    invited_by_id: Mapped[str]
    invited_by_name: Mapped[str]
    invited_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class FormerParty(Base):
    """A firm a case was taken from, and the case as that firm last saw it."""

    __tablename__ = "former_party"
    __table_args__ = (Index("ix_former_party_firm", "utility", "firm_id", "until"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), primary_key=True)
    firm_id: Mapped[str] = mapped_column(primary_key=True)
    utility: Mapped[str]
    until: Mapped[datetime]
    seen: Mapped[dict[str, Any]]
