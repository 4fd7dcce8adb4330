"""How cases refuses what firms do on each other's cases."""

from __future__ import annotations

from services.chassis.messages import Refusal


class FirmCannotTakePart(Refusal):
    """The firm named cannot be on the case; facts: `reason`.

    One of `unknown`, `not_approved`, `profession`, `applicant`, `already`: of a firm that is not
    approved here nothing more is told than that.
    """

    kind = "invalid"


class CaseInvitationNotFound(Refusal):
    """No such invitation or party, or not yours to answer: which is not told."""

    kind = "not_found"


class NotYourPart(Refusal):
    """The firm is on the case, but this is the applicant's to do; facts: `standing`."""

    kind = "forbidden"


class ConfirmationMissing(Refusal):
    """A transfer needs a confirmation of each firm; facts: `missing` sides."""

    kind = "invalid"
