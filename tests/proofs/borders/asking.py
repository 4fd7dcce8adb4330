"""One question: a route, as one caller, over the object; the answer is a status."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx

from gateway.settings import Portal
from tests.proofs.borders.callers import Caller, Town
from tests.proofs.borders.objects import Objects

AT_ONCE = 8
LONGEST_SECONDS = 30.0


@dataclass(frozen=True, eq=False)
class Door:
    """A method of a route on a portal, and what is sent to it."""

    portal: Portal | None
    """None: on both."""
    route: str
    """`GET /saker/{case_id}`"""
    body: Any = None
    form: Any = None
    given: tuple[tuple[str, str], ...] = ()
    """Objects that stand in for the usual ones: `person_id` is `spare_staff`."""
    last: str = ""
    """It takes the `object` away, one's `others` (sessions), who asks (`self`) or the `firm`: such
    doors come when all else was asked, in this order."""
    query: str = ""

    @property
    def method(self) -> str:
        return self.route.partition(" ")[0]

    def filled(self, objects: Objects) -> Door:
        """With the objects put in the address and what is sent."""
        names = {**objects, **{name: objects[other] for name, other in self.given}}
        return Door(
            self.portal,
            self.route.format_map(names)
            + (f"?{self.query.format_map(names)}" if self.query else ""),
            _filled(self.body, names),
            _filled(self.form, names),
        )


def _filled(value: Any, names: Objects) -> Any:
    if isinstance(value, str):
        return value.format_map(names)
    if isinstance(value, dict):
        return {key: _filled(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, names) for inner in value]
    return value


Question = tuple[Door, str]
"""A door, and the name of who asks."""


def ask_all(town: Town, objects: Objects, questions: Iterable[Question]) -> dict[Question, int]:
    """Side by side, in no order; the status each is answered with."""

    async def all_of_them() -> dict[Question, int]:
        turns = asyncio.Semaphore(AT_ONCE)
        asked = list(questions)
        base_url = f"http://127.0.0.1:{town.bed.port}"
        async with httpx.AsyncClient(base_url=base_url, timeout=LONGEST_SECONDS) as http:

            async def one(question: Question) -> int:
                door, who = question
                async with turns:
                    return await _ask(http, door.filled(objects), town.callers[who])

            answers = await asyncio.gather(*(one(question) for question in asked))
        return dict(zip(asked, answers, strict=True))

    return asyncio.run(all_of_them())


async def _ask(http: httpx.AsyncClient, door: Door, caller: Caller) -> int:
    """The head is enough: an event stream has no end. To the login is as good as a 401."""
    method, _, path = door.route.partition(" ")
    sent: dict[str, Any] = {}
    if door.form is not None:
        sent["data"] = door.form
    elif method not in ("GET", "DELETE"):
        sent["json"] = door.body or {}
    async with http.stream(method, path, headers=caller.headers(), **sent) as answer:
        to_login = answer.headers.get("location", "").startswith("/logg-inn?til=")
        return 401 if answer.status_code == 303 and to_login else answer.status_code
