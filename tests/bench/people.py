"""Logged-in people of the demo world, for measurements over HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from deploy.local.description import Description
from gateway.settings import Portal
from tests.journeys.conftest import FIRM_ADMIN, STAFF
from tests.journeys.visitor import Visitor

IGNORED = ("Idempotency-Key",)


@dataclass(frozen=True)
class Person:
    """Their headers, and what identity says of them."""

    headers: dict[str, str]
    me: dict[str, Any]


def logged_in(bed: Description, portal: Portal) -> Person:
    """The firm's administrator, or a caseworker."""
    email, mobile = FIRM_ADMIN if portal == "contractor" else STAFF["caseworker"]
    with Visitor(bed, portal) as visitor:
        visitor.log_in(email, mobile)
        headers = {n: v for n, v in visitor.headers().items() if n not in IGNORED}
        return Person(headers, visitor.get("/me"))
