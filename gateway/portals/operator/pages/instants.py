"""Instants as forms write them."""

from __future__ import annotations

from datetime import datetime

from gateway.portals.shared.forms import Posted
from services.chassis.clock import OSLO


def instant_of(form: Posted, name: str) -> datetime | str | None:
    """A browser's local date and time is Oslo's; what is none is refused by the contract."""
    text = form.text(name)
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=OSLO)
    except ValueError:
        return text
