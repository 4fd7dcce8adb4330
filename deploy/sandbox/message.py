"""What a person in the outside world receives or sends: a text, a call or an e-mail."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal

from . import clock

Kind = Literal["sms", "call", "email"]
Speaker = Literal["portal", "person"]


@dataclass(slots=True, kw_only=True)
class Message:
    """One entry of the ledger; ``sent_at`` is when the sandbox took it, in UTC."""

    KIND: ClassVar[Kind]

    id: str
    to: str
    sender: str
    status: str
    sent_at: datetime = field(default_factory=clock.now)
    changed_at: datetime = field(default_factory=clock.now)
    arrived: bool = True
    """False when a fault accepted it and let it vanish: the provider knows it, no person does."""

    @property
    def text(self) -> str:
        """What the person reads or hears."""
        raise NotImplementedError

    @property
    def person(self) -> str:
        """The phone or mailbox it belongs to in the outside world."""
        return self.to

    def record(self) -> dict[str, Any]:
        """Everything, as JSON can hold it."""
        return {"kind": self.KIND, **self.part(each.name for each in fields(self))}

    def part(self, names: Iterable[str]) -> dict[str, Any]:
        """Some fields, as JSON can hold them."""
        return {name: _plain(getattr(self, name)) for name in names}


@dataclass(slots=True, kw_only=True)
class Hook:
    """Where the portal wants to be told, and how."""

    url: str
    method: str = "POST"


@dataclass(slots=True, kw_only=True)
class Sms(Message):
    """A text message, to a person or (``inbound``) from one."""

    KIND: ClassVar[Kind] = "sms"

    body: str
    direction: Literal["outbound-api", "outbound-reply", "inbound"] = "outbound-api"
    service_sid: str | None = None
    callback: Hook | None = None
    error_code: int | None = None
    delivered_at: datetime | None = None

    @property
    def text(self) -> str:
        return self.body

    @property
    def person(self) -> str:
        return self.sender if self.direction == "inbound" else self.to


@dataclass(slots=True, kw_only=True)
class Line:
    """One thing said or pressed during a call."""

    who: Speaker
    text: str


@dataclass(slots=True, kw_only=True)
class Listening:
    """The call waits for digits: how many, and which key ends them."""

    digits: int | None
    finish_on_key: str


@dataclass(slots=True, kw_only=True)
class Call(Message):
    """A phone call from the portal: what was said to the person and what the person pressed."""

    KIND: ClassVar[Kind] = "call"

    lines: list[Line] = field(default_factory=list)
    listening: Listening | None = None
    callback: Hook | None = None
    events: list[str] = field(default_factory=lambda: ["completed"])
    answered_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines if line.who == "portal")

    @property
    def over(self) -> bool:
        return self.ended_at is not None

    @property
    def seconds(self) -> int | None:
        """Length of the conversation in whole seconds, as it is billed; None until it ends."""
        if self.ended_at is None:
            return None
        return round((self.ended_at - (self.answered_at or self.ended_at)).total_seconds())


@dataclass(slots=True, kw_only=True)
class Attachment:
    """The name and size (bytes) of a file; its content is not kept."""

    name: str
    size: int


@dataclass(slots=True, kw_only=True)
class Mail(Message):
    """An e-mail as one recipient got it."""

    KIND: ClassVar[Kind] = "email"

    subject: str
    body: str
    html: str | None = None
    attachments: list[Attachment] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.body


def read_record(record: dict[str, Any]) -> Message:
    """The message a ``record()`` was made of."""
    values = dict(record)
    kind = values.pop("kind")
    for name in ("sent_at", "changed_at", "delivered_at", "answered_at", "ended_at"):
        if values.get(name):
            values[name] = datetime.fromisoformat(values[name])
    if values.get("callback"):
        values["callback"] = Hook(**values["callback"])
    if kind == "email":
        values["attachments"] = [Attachment(**each) for each in values["attachments"]]
        return Mail(**values)
    if kind == "call":
        values["lines"] = [Line(**each) for each in values["lines"]]
        values["listening"] = Listening(**values["listening"]) if values["listening"] else None
        return Call(**values)
    return Sms(**values)


def _plain(value: Any) -> Any:
    """Like ``dataclasses.asdict`` without its copies, which cost more than all else together."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value
