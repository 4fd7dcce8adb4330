"""Who is on a case."""

from __future__ import annotations

from typing import Literal

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.types.parties import FirmRef


class FirmReplaced(CaseEvent):
    """Another firm has the case from now on, or the same under a new name; `firm` is who has it."""

    before: FirmRef
    why: Literal["merged", "renamed"]
