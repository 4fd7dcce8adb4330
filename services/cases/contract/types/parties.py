"""Who is on a case."""

from __future__ import annotations

from services.chassis.messages import Message


class FirmRef(Message):
    """A firm as it was on the case."""

    firm_id: str
    name: str
    orgnr: str


class PersonRef(Message):
    """A person as they were."""

    person_id: str
    name: str


class ZoneView(Message):
    """Who handles the area, and how to reach them."""

    code: str
    name: str
    email: str
    phone: str
