"""An emergency: no login, no freeze, no service needed; the answer says whom to ring meanwhile."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from fastapi import Request
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from gateway.api.router import resource
from gateway.portals.shared.chrome import surroundings_of
from gateway.session import AnyOrigin
from gateway.state import gateway_of
from services.chassis.messages import Lines, Message
from services.notify.contract.types import Hazard, Place, Reporter

router = resource("emergencies", 413)


class ReportedPlace(Place):
    """Where it is: an address, a property, a point or a description."""

    @model_validator(mode="after")
    def says_something(self) -> Self:
        """Refuses `place_missing`: somebody has to find it."""
        point = self.lat is not None and self.lon is not None
        if not (self.address or self.text or self.gnr or point):
            raise PydanticCustomError("place_missing", "No place is given")
        return self


class EmergencyBody(Message):
    """What is wrong, where, how bad, and who says so."""

    place: ReportedPlace
    description: Annotated[str, Field(min_length=3, max_length=2000), Lines]
    severity: Annotated[int, Field(ge=1, le=4)]
    water_off: Literal["no", "partly", "yes"] = "no"
    hazards: Annotated[list[Hazard], Field(max_length=6)] = []
    reporter: Reporter
    utility: Annotated[str | None, Field(pattern="^[a-z0-9-]{1,40}$")] = None


class Taken(Message):
    """The report is kept; ring the duty centre as well when lives or values are at stake."""

    reference: str
    duty_phone: str


@router.post("/emergencies", status_code=201, summary="Report an emergency")
async def report_emergency(http: Request, caller: AnyOrigin, body: EmergencyBody) -> Taken:
    gateway = gateway_of(http)
    gateway.emergencies.rate.count(caller.address)
    facts = body.model_dump(exclude={"utility"})
    facts["utility"] = await _place_of(http, body.utility, caller.default_utility)
    report = await gateway.emergencies.take_in(facts, caller.key)
    phone = surroundings_of(http).duty_phone(report.utility)
    return Taken(reference=report.reference, duty_phone=phone)


async def _place_of(http: Request, stated: str | None, here: str) -> str:
    """The utility whose duty centre is rung: one that does not exist has nobody on call."""
    if stated in (None, here) or not await surroundings_of(http).may_be(stated):
        return here
    return stated
