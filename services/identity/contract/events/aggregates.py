"""What happens to a person or a firm."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Event


class PersonEvent(Event):
    aggregate_kind: ClassVar[str] = "person"
    aggregate_field: ClassVar[str] = "person_id"


class FirmEvent(Event):
    aggregate_kind: ClassVar[str] = "firm"
    aggregate_field: ClassVar[str] = "firm_id"

    firm_id: str
    orgnr: str
    name: str
    revision: int
    """Grows with each change; an older revision never overwrites a newer."""
