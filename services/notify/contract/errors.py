"""How notify refuses."""

from __future__ import annotations

from services.chassis.messages import Refusal


class IncidentNotFound(Refusal):
    """No such incident at this utility."""

    kind = "not_found"


class NewsNotFound(Refusal):
    """No such post, or not published."""

    kind = "not_found"


class SlugTaken(Refusal):
    """Another post has this address."""


class TextMissing(Refusal):
    """Bokmål is always written; facts: `field`."""

    kind = "invalid"


class NotYourTask(Refusal):
    """The role is missing; facts: `needs`."""

    kind = "forbidden"


class ContactUnreachable(Refusal):
    """A contact point without a way to reach it; facts: `purpose`."""

    kind = "invalid"


class EmergencyNumberStays(Refusal):
    """The duty centre's number is never taken away."""


class ContactNotFound(Refusal):
    """The utility has no contact point for that."""

    kind = "not_found"
