"""What the probe tells."""

from typing import ClassVar

from services.chassis.messages import Event


class NoteWritten(Event):
    """A note stands."""

    aggregate_kind: ClassVar[str] = "note"
    aggregate_field: ClassVar[str] = "text"

    text: str
    then: str = ""
