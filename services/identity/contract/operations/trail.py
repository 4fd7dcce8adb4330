"""The audit trail."""

from __future__ import annotations

from typing import Literal

from services.chassis.messages.trail import ListTrailRequest

TrailOf = Literal["identity", "cases", "documents", "notify"]
"""Whose trail: each service keeps its own."""


class ListTrail(ListTrailRequest):
    """Identity's trail at the utility (auditor, administrator); looking is written down too.

    Identity is asked first whichever trail is looked at, and notes it. Of another service's trail
    it has nothing to show.
    """

    service: TrailOf | None = None
    """The one trail looked at; None: all of them."""
