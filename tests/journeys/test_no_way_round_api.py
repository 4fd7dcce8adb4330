"""A right password alone opens no door of either portal, whichever way its attempt is shown."""

from __future__ import annotations

import pytest

from gateway.settings import Portal
from tests.journeys.conftest import ENTER, FIRM_ADMIN, STAFF
from tests.journeys.visitor import PASSWORD, Visitor
from tests.proofs.borders.rules import rules

pytestmark = pytest.mark.system
SOMETHING = "none"


def guarded_addresses(portal: Portal) -> list[tuple[str, str]]:
    """Every method and API address of the portal that wants a session, from the classification."""
    doors = (door for rule in rules() for door in rule.doors if door.portal in (None, portal))
    routes = (door.route.partition(" ") for door in doors if " /api/" in door.route)
    return [(method, _filled(path)) for method, _, path in routes]


def _filled(path: str) -> str:
    return "/".join(SOMETHING if part.startswith("{") else part for part in path.split("/"))


def with_password_only(visitor: Visitor, email: str) -> str:
    """The secret of the attempt a right password opens."""
    step = visitor.post("/sessions", {"email": email, "password": PASSWORD})
    assert step["next"] == "factor"
    assert "__Host-session" not in visitor.cookies
    return visitor.cookies["__Host-attempt"]


@pytest.mark.parametrize(
    ("portal", "email"),
    [("contractor", FIRM_ADMIN[0]), ("operator", STAFF["administrator"][0])],
)
def test_no_session_without_a_second_factor(enter: ENTER, portal: Portal, email: str) -> None:
    visitor = enter(portal)
    attempt = with_password_only(visitor, email)
    addresses = guarded_addresses(portal)
    assert len(addresses) > 60
    ways = (
        {},
        {"Cookie": f"__Host-session={attempt}"},
        {"Authorization": f"Bearer {attempt}"},
    )
    let_in = [
        (method, path)
        for method, path in addresses
        for way in ways[: None if method == "GET" else 1]
        if visitor.ask(method, path, headers=way, json=None if method == "GET" else {}).status_code
        != 401
    ]
    assert let_in == []
