"""Exemptions from a freeze window."""

from __future__ import annotations

from pydantic import AwareDatetime, Field

from services.cases.contract.types.exemptions import ExemptionView
from services.chassis.messages import Command, Nothing
from services.chassis.norway import Orgnr


class GrantExemption(Command[ExemptionView]):
    """The zone's operator, or an approver, lets one firm or one case through a freeze.

    Exactly one of `orgnr`, `case_id` and `number` names whom. Refuses FreezeNotFound,
    ActionNotOpen for a freeze that is over, BadInterval for an end outside it, FirmCannotTakePart
    for a firm that is not approved here, CaseNotFound.
    """

    freeze_id: str
    orgnr: Orgnr | None = None
    case_id: str | None = None
    number: str | None = Field(default=None, max_length=40)
    """The case's own number, as people know it."""
    reason: str = Field(min_length=3, max_length=2000)
    ends_at: AwareDatetime | None = None
    """When the freeze ends unless an earlier instant is given."""


class RevokeExemption(Command[Nothing]):
    """It holds no more. Refuses ExemptionNotFound."""

    exemption_id: str
