"""The catalogue: published versions of case types, and what a utility has set up around them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.cases.model.base import Base


class CaseTypeVersion(Base):
    """A published version of a case type; never changed."""

    __tablename__ = "case_type_version"

    code: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    """Unique across utilities, so that a case needs no more than its number to keep it."""
    utility: Mapped[str] = mapped_column(server_default="")
    """Whose own it is; empty for those that came with the product, which every utility has."""
    fingerprint: Mapped[str]
    source: Mapped[dict[str, Any]]
    valid_from: Mapped[datetime | None]
    """New cases begin with it from this instant; None: from the beginning."""
    published_at: Mapped[datetime]
    published_by: Mapped[str] = mapped_column(server_default="")


class CatalogueSetting(Base):
    """What a utility says of its catalogue."""

    __tablename__ = "catalogue_setting"

    utility: Mapped[str] = mapped_column(primary_key=True)
    old_forms: Mapped[list[dict[str, str]]] = mapped_column(JSONB)
    """Addresses of forms that used to be, with the types that took their place."""
