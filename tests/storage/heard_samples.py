"""An example of every event a service hears, made from the contracts themselves.

All are about one case, firm, person and utility, so that they get in each other's way.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from services.chassis.messages import Envelope, Event

NOON = datetime(2026, 9, 7, 10, tzinfo=UTC)
UTILITY = "eksempel"
SAID: dict[str, Any] = {
    "utility_id": UTILITY,
    "status": "in_progress",
    "orgnr": "311153056",
    "mobile": "+4799900001",
    "old_mobile": "+4799900002",
    "email": "nora@muffe.example",
    "post": "post@muffe.example",
    "invoice": "faktura@muffe.example",
    "contact": "kontakt@muffe.example",
    "language": "nn",
    "duty_phone": "+4712345678",
}
"""What a field of that name says, where its type alone would make no sense."""
APART: dict[str, dict[str, Any]] = {"PersonErased": {"person_id": "another"}}
"""Who is erased is told nothing more, so whether news reached them depends on when it came."""
PLAIN: dict[Any, Any] = {
    int: 1,
    float: 1.0,
    bool: True,
    datetime: NOON,
    date: NOON.date(),
    Any: "",
}


def sample(event: type[Event], revision: int) -> Event:
    """One of that kind; `revision` grows with each of the same thing."""
    values = {name: _of(name, field.annotation) for name, field in event.model_fields.items()}
    if "revision" in values:
        values["revision"] = revision
    values |= APART.get(event.__name__, {})
    if "document_id" in values:
        values["document_id"] = event.__name__  # no file is both accepted and rejected
    if "status" in values:
        values["status"] = _first(event.model_fields["status"].annotation, SAID["status"])
    return event.model_validate(values)


def envelope(event: Event, number: int) -> Envelope:
    """The event as it travels."""
    return Envelope(
        id=f"event-{number}",
        type=event.type_name(),
        source=event.told_by(),
        utility=UTILITY,
        aggregate=event.aggregate,
        sequence=number,
        at=NOON,
        actor={},
        trace="trace",
        data=event.model_dump(mode="json"),
    )


def _first(annotation: Any, wanted: str) -> str:
    words = [word for word in _words(annotation) if isinstance(word, str)]
    return wanted if not words or wanted in words else words[0]


def _words(annotation: Any) -> Sequence[Any]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return [word for inner in get_args(annotation) for word in _words(inner)]


def _of(name: str, annotation: Any) -> Any:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        return _of(name, next(part for part in inner if part is not type(None)))
    if origin is typing.Annotated:
        return _of(name, inner[0])
    if origin is not None:
        return _collection(name, origin, inner)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {n: _of(n, field.annotation) for n, field in annotation.model_fields.items()}
    if annotation is str:
        return SAID.get(name) or SAID.get(name.rpartition("_")[2], f"{name}-1")
    return PLAIN[annotation]


def _collection(name: str, origin: Any, inner: tuple[Any, ...]) -> Any:
    """A closed list's first word, texts in every language, and nothing in the rest."""
    if origin is Literal:
        return inner[0]
    if origin is dict:
        return {word: _of(name, inner[1]) for word in _words(inner[0])}
    return []
