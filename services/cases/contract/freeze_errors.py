"""How cases refuses around openings, freezes and their exemptions."""

from __future__ import annotations

from services.chassis.messages import Refusal


class UtilityNotOpen(Refusal):
    """The utility's portal takes nothing in before its go-live; facts: `opens_at`."""


class ExemptionNotFound(Refusal):
    """No such exemption holds at this utility."""

    kind = "not_found"
