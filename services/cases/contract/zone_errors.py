"""How cases refuses around zones."""

from __future__ import annotations

from services.chassis.messages import Refusal


class NoSuchZone(Refusal):
    """The utility has no zone of that code."""

    kind = "invalid"


class ZoneNotFound(Refusal):
    """The utility has no zone at that address."""

    kind = "not_found"


class ZoneRangeTaken(Refusal):
    """The same range is another zone's; facts: `zone`, `kommunenr`, `gnr_from`, `gnr_to`."""
