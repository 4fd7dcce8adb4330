"""Utilities."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from services.identity.model.base import Base


class Utility(Base):
    """A water utility served by this installation."""

    __tablename__ = "utility"

    utility: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    short_name: Mapped[str]
    languages: Mapped[list[Any]]
    duty_phone: Mapped[str]
    training: Mapped[bool]
    logo_text: Mapped[str]
    theme: Mapped[str]
    contractor_url: Mapped[str]
    operator_url: Mapped[str]
    private_forms: Mapped[str]
    two_factor: Mapped[dict[str, Any]]
    chosen_duty_phone: Mapped[str | None]
    """Set in the portal; it counts before what a file configures. So do the following."""
    chosen_two_factor: Mapped[dict[str, Any] | None]
    chosen_inactivity: Mapped[dict[str, Any] | None]
    """Empty: the times of the settings."""
