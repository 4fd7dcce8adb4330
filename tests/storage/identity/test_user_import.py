"""Existing users from a file: tried first, then brought in, once."""

from __future__ import annotations

import base64

import pytest

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import StepUpNeeded, UnreadableFile
from services.identity.contract.operations.user_import import ImportUsers
from services.identity.contract.operations.users import ListUsers
from services.identity.contract.types.user_import import ImportReport
from tests.storage.identity.desk import NORA, OTHER_ORGNR, Desk

HEADER = "e-post;navn;orgnr;roller"
KARI = "kari@kum.example;Kari Kum;312124718;administrator"
NORA_TOO = f"{NORA};Et Annet Navn;312124718;leser"
UNKNOWN = "ola@ukjent.example;Ola Ukjent;123456785;leser"


@pytest.fixture
def siri(desk: Desk) -> Actor:
    """An administrator of the utility, with two firms and one user known."""
    desk.firm()
    desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person()
    desk.person("siri@vann.example", mobile="+4799900011", orgnr=None, name="Siri Sjef",
                staff_roles=("administrator",))  # fmt: skip
    opened = desk.log_in("siri@vann.example", "+4799900011", portal="operator")
    return desk.actor(opened, "operator")


def file(*lines: str, dry_run: bool = False) -> ImportUsers:
    content = base64.b64encode("\r\n".join((HEADER, *lines)).encode()).decode()
    return ImportUsers(content=content, dry_run=dry_run)


def outcomes(report: ImportReport) -> list[str]:
    return [line.outcome for line in report.lines]


def test_a_dry_run_says_what_would_happen_and_does_nothing(desk: Desk, siri: Actor) -> None:
    before = (desk.count("person"), desk.count("membership"), desk.count("audit"))
    told = len(desk.told("person_changed"))
    report = desk.ask(file(KARI, NORA_TOO, UNKNOWN, KARI, dry_run=True), siri)
    assert outcomes(report) == ["new", "added", "refused", "refused"]
    assert [[each.code for each in line.problems] for line in report.lines] == [
        [],
        [],
        ["firm_unknown"],
        ["repeated"],
    ]
    assert (desk.count("person"), desk.count("membership"), desk.count("audit")) == before
    assert len(desk.told("person_changed")) == told


def test_it_is_brought_in_once(desk: Desk, siri: Actor) -> None:
    first = desk.ask(file(KARI, NORA_TOO), siri)
    assert first.counts == {"new": 1, "added": 1}
    told = desk.told("person_changed")
    again = desk.ask(file(KARI, NORA_TOO), siri)
    assert again.counts == {"unchanged": 2}
    assert desk.told("person_changed") == told
    assert desk.recorded("users_imported") == [{"new": 1, "added": 1}, {"unchanged": 2}]
    rows = desk.ask(ListUsers(q="kum"), siri).items
    assert [(row.name, row.roles) for row in rows] == [
        ("Kari Kum", ["firm_admin"]),
        ("Nora Nordvik", ["reader"]),
    ]


def test_they_bring_no_password_and_no_mobile(desk: Desk, siri: Actor) -> None:
    desk.ask(file(KARI), siri)
    [row] = desk.ask(ListUsers(q="Kari"), siri).items
    assert (row.mobile_hint, row.seen_at) == ("", None)
    with pytest.raises(Exception, match="WrongLogin"):
        desk.begin_login("kari@kum.example")


def test_roles_change_but_no_firm_loses_its_last_administrator(desk: Desk, siri: Actor) -> None:
    desk.ask(file(KARI, NORA_TOO), siri)
    changed = desk.ask(file(f"{NORA};Nora;312124718;søker+leser"), siri)
    assert outcomes(changed) == ["changed"]
    demoted = desk.ask(file("kari@kum.example;Kari Kum;312124718;leser"), siri)
    assert [each.code for each in demoted.lines[0].problems] == ["last_administrator"]
    [row] = desk.ask(ListUsers(q="Kari"), siri).items
    assert row.roles == ["firm_admin"]


def test_only_an_administrator_with_a_fresh_factor_imports(desk: Desk, siri: Actor) -> None:
    assert isinstance(desk.refused(file(KARI), desk.registrar()), NotForYou)
    no_table = ImportUsers(content=base64.b64encode(b"%PDF-1.7").decode())
    assert isinstance(desk.refused(no_table, siri), UnreadableFile)
    desk.later(601)
    assert isinstance(desk.refused(file(KARI), siri), StepUpNeeded)
