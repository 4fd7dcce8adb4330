"""Known, unknown, locked, elsewhere: the same answer and the same work.

The costly part is the password's comparison, and it is counted. Seen to fail: without the stand-in
hash an unknown address costs none, and the answer comes a hundred times sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.operations.passwords import AskPasswordReset
from services.identity.contract.types.words import Portal
from services.identity.store import hashing
from tests.storage.identity.desk import BERGEN, NORA, PASSWORD, Desk, registration

UNKNOWN = "ukjent@muffe.example"
WRONG = "feil-passord"


@pytest.fixture
def costs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every Argon2 computation, by name."""
    done: list[str] = []
    real = hashing.outside

    def counted(function: Callable[..., Any], *args: Any) -> Any:
        done.append(function.__name__)
        return real(function, *args)

    monkeypatch.setattr(hashing, "outside", counted)
    return done


@pytest.fixture
def nora(desk: Desk) -> Desk:
    desk.firm()
    desk.person()
    return desk


def login(email: str, password: str = WRONG, portal: Portal = "contractor") -> BeginLogin:
    return BeginLogin(email=email, password=password, portal=portal, utility=BERGEN)


def locked(desk: Desk) -> None:
    for _ in range(6):
        desk.refused(login(NORA))


def test_a_refused_login_costs_one_comparison_whoever_it_is(nora: Desk, costs: list[str]) -> None:
    known_to_be = (login(NORA), login(UNKNOWN), login(NORA, PASSWORD, "operator"))
    answers = []
    for request in known_to_be:
        costs.clear()
        answers.append(str(nora.refused(request).on_the_wire()))
        assert costs == ["_verify"]
    locked(nora)
    costs.clear()
    answers.append(str(nora.refused(login(NORA, PASSWORD)).on_the_wire()))
    assert costs == ["_verify"]
    assert len(set(answers)) == 1


def test_without_the_stand_in_an_unknown_address_would_cost_nothing(
    nora: Desk, costs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(kept: str | None, password: str) -> bool:
        return kept is not None and bool(hashing.outside(hashing._verify, kept, password))

    monkeypatch.setattr(hashing, "matches", careless)
    nora.refused(login(UNKNOWN))
    assert costs == []
    nora.refused(login(NORA))
    assert costs == ["_verify"]


def test_each_refused_login_leaves_as_many_rows(nora: Desk) -> None:
    def rows() -> int:
        return sum(nora.count(table) for table in ("guard", "audit", "outbox", "send"))

    grown = []
    for email in (NORA, UNKNOWN):
        before = rows()
        nora.refused(login(email))
        grown.append(rows() - before)
    assert grown[0] == grown[1]


def test_a_reset_costs_and_leaves_the_same(nora: Desk, costs: list[str]) -> None:
    left = []
    for email in (NORA, UNKNOWN):
        before = [nora.count(table) for table in ("reset_request", "audit", "outbox", "send")]
        asked = AskPasswordReset(email=email, portal="contractor", utility=BERGEN)
        assert nora.ask(asked).model_dump() == {}
        after = [nora.count(table) for table in ("reset_request", "audit", "outbox", "send")]
        left.append([then - now for now, then in zip(before, after, strict=True)])
    assert left[0] == left[1]
    assert costs == []


def test_a_registration_with_a_known_address_is_answered_alike(
    nora: Desk, costs: list[str]
) -> None:
    shapes = []
    for number, email in enumerate((NORA, UNKNOWN)):
        costs.clear()
        admin = {"email": email, "mobile": f"+479990013{number}"}
        receipt = nora.ask(registration(orgnr="312124718", admin=admin))
        shapes.append({**receipt.model_dump(), "registration_id": "", "hint": ""})
        assert costs == ["hash"]
    assert shapes[0] == shapes[1]
