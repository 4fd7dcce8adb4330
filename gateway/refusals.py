"""How the gateway itself refuses, before any service is asked."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Refusal


class GatewayRefusal(Refusal):
    """An obstacle at the edge; `status` where HTTP has a finer word than the kind."""

    status: ClassVar[int | None] = None


class PageNotFound(GatewayRefusal):
    """Nothing is served at this address on this portal."""

    kind = "not_found"


class MethodNotAllowed(GatewayRefusal):
    """The address exists, but not for this method."""

    kind = "invalid"
    status = 405


class UnknownHost(GatewayRefusal):
    """No portal answers to this host name."""

    kind = "invalid"
    status = 421


class BodyNotJson(GatewayRefusal):
    """The body cannot be read as JSON."""

    kind = "invalid"
    status = 400


class MalformedRequest(GatewayRefusal):
    """The address or a header cannot be read."""

    kind = "invalid"
    status = 400


class BodyTooLarge(GatewayRefusal):
    """The body is larger than the address takes; facts: `limit` in bytes."""

    kind = "too_large"


class SignInNeeded(GatewayRefusal):
    """There is no living session for this portal."""

    kind = "unauthenticated"


class WrongRole(GatewayRefusal):
    """The caller is known, but lacks the role; facts: `needs`."""

    kind = "forbidden"


class ScopeMissing(GatewayRefusal):
    """The key may not do this; facts: `needs`, empty where the address is closed to keys."""

    kind = "forbidden"


class CsrfFailed(GatewayRefusal):
    """The request does not prove that it comes from the portal's own page."""

    kind = "forbidden"


class SignatureInvalid(GatewayRefusal):
    """The signature is missing, wrong or too old."""

    kind = "forbidden"


class PartIncomplete(GatewayRefusal):
    """A part of a file had another size than announced; facts: `size` in bytes."""

    kind = "invalid"


class RangeNotSatisfiable(GatewayRefusal):
    """The asked-for range lies outside the file."""

    kind = "invalid"
    status = 416


class TooManyRequests(GatewayRefusal):
    """Wait; `retry_after` says how long."""

    kind = "too_many"


class OutOfService(GatewayRefusal):
    """A part of the portal is away; nothing was changed."""

    kind = "unavailable"


class AnswerLate(GatewayRefusal):
    """It may have happened; repeating it with the same Idempotency-Key is safe."""

    kind = "late"


class InternalFault(GatewayRefusal):
    """Something broke on our side; the log holds the request id."""

    kind = "unavailable"
    status = 500
