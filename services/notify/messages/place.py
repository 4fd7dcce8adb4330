"""A place in words."""

from __future__ import annotations

from services.notify.contract.types import Place
from services.notify.messages.words import word


def place_of(place: Place, language: str) -> str:
    """Everything the reporter said of where it is, most telling first."""
    parts = [place.address]
    if place.gnr is not None and place.bnr is not None:
        parts.append(word("place.property", language, gnr=place.gnr, bnr=place.bnr))
    if place.lat is not None and place.lon is not None:
        parts.append(
            word("place.position", language, lat=f"{place.lat:.5f}", lon=f"{place.lon:.5f}")
        )
    parts.append(" ".join(place.text.split()))
    return ", ".join(part for part in parts if part) or word("place.unknown", language)
