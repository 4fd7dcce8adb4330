"""Every type from draft to the utility's queue: submitted, numbered, routed, expected."""

from __future__ import annotations

import pytest

from services.cases.contract.operations.handling import ConfigureZone
from services.cases.contract.operations.reading import ListCases
from services.chassis.messages import Actor
from tests.storage.cases.complete_forms import COMPLETE
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import BERGEN, CASEWORKER, FIRM, SYSTEM

EVERYBODY = FIRM.model_copy(
    update={"professions": frozenset({"rorlegger", "entreprenor", "konsulent"})}
)
FOLLOWING = {"ETTER", "DISP", "REV", "KLAGE"}
"""Their stories are in test_following_cases.py."""


@pytest.fixture
def applicant(desk: Desk) -> Actor:
    """A firm that may send in everything, where a zone holds its property."""
    desk.ask(
        ConfigureZone(
            utility=BERGEN,
            code="nord",
            name="Sone nord",
            email="nord@vann.example",
            phone="+4755500011",
            kommunenr="4601",
            gnr_from=1,
            gnr_to=200,
        ),
        SYSTEM,
    )
    return EVERYBODY


def test_every_type_reaches_its_zone_with_a_number_and_an_expected_answer(
    desk: Desk, applicant: Actor
) -> None:
    sent = {kind: desk.submitted(kind, applicant) for kind in sorted(set(COMPLETE) - FOLLOWING)}
    assert {case.status for case in sent.values()} == {"received"}
    assert {case.zone for case in sent.values()} == {"nord"}
    assert len({case.number for case in sent.values()}) == len(sent)
    assert all(case.expected_by for case in sent.values())
    queue = desk.ask(ListCases(limit=100), CASEWORKER).items
    assert {row.type for row in queue} == set(sent)
    received = {event["type"]: event for event in desk.told("case_received")}
    assert set(received) == set(sent)
    pipes = {label["nb"]: said for label, said in received["PLUG"]["summary"]}
    assert pipes["Plugger"] == "Vann, En tekst, 1. desember 2026, En tekst"


def test_working_days_are_counted_where_the_type_says_so(desk: Desk, applicant: Actor) -> None:
    case = desk.submitted("VANNPOST", applicant)
    assert case.received_at is not None
    assert case.expected_by is not None
    assert 13 <= (case.expected_by - case.received_at).days <= 25, (
        "ten working days, holidays apart"
    )
