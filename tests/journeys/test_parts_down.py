"""One part is stopped or killed: emergencies ring, nothing is lost, answers are honest.

On a system of their own, so that no other test is disturbed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from deploy.local.description import Description
from deploy.local.testbed import Testbed
from tests.journeys.conftest import FIRM_ADMIN, STAFF
from tests.journeys.forms import plumbing_notice
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import attach_and_submit, in_status
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(400)]
ON_CALL = "+4799900001"
PATIENT = 60.0


@pytest.fixture(scope="module")
def rough() -> Iterator[Description]:
    """A whole system that may be broken."""
    with Testbed() as system:
        yield system.here


@pytest.fixture
def people(rough: Description) -> Iterator[ExitStack]:
    """Everybody who comes to a portal leaves in the end."""
    del rough
    with ExitStack() as stack:
        yield stack


@contextmanager
def without(system: Description, part: str) -> Iterator[None]:
    """The part is stopped inside, and back and ready afterwards."""
    system.control.stop(part)
    try:
        yield
    finally:
        system.control.start(part)
        system.control.wait_ready(part, within=90)


def come(system: Description, people: ExitStack, portal: Any = "contractor") -> Visitor:
    """Somebody who has not logged in."""
    return people.enter_context(Visitor(system, portal))


def report(visitor: Visitor, marker: str) -> str:
    """An emergency, told without logging in; its reference."""
    told = visitor.post(
        "/emergencies",
        {
            "place": {"address": f"Eksempelveien {marker}", "gnr": 164, "bnr": 123},
            "description": f"Vann fosser ut av veien ved nummer {marker}.",
            "severity": 1,
            "water_off": "no",
            "hazards": ["undermining"],
            "reporter": {"name": "Ola Forbi", "phone": "+4790000055", "role": "other"},
        },
    )
    assert told["duty_phone"]
    return str(told["reference"])


def rings(system: Description, marker: str) -> list[dict[str, Any]]:
    """Calls to the person on call that speak of that place."""
    messages = Phones(system.sandbox_url).messages(ON_CALL)
    return [
        message
        for message in messages
        if message["kind"] == "call" and f"nummer {marker}" in message["body"]
    ]


def test_with_everything_running_the_phone_rings_once(
    rough: Description, people: ExitStack
) -> None:
    reference = report(come(rough, people), "1001")
    until(lambda: rings(rough, "1001"), within=PATIENT, what="the ring")
    spool = f"{rough.data_dir}/spool/{reference}"
    until(lambda: stood_down(spool), within=PATIENT, what="the lifeline standing down")
    assert len(rings(rough, "1001")) == 1


def stood_down(spool: str) -> bool:
    """The lifeline has noted that it need not ring."""
    return Path(f"{spool}.stood_down").exists()


@pytest.mark.parametrize("part", ["notify", "notify-relay", "rabbitmq", "postgres", "cases"])
def test_with_a_part_stopped_the_phone_rings(
    rough: Description, people: ExitStack, part: str
) -> None:
    with without(rough, part):
        report(come(rough, people), f"2-{part}")
        until(lambda: rings(rough, f"2-{part}"), within=PATIENT, what="the ring")


def test_with_the_lifeline_stopped_the_phone_rings(rough: Description, people: ExitStack) -> None:
    with without(rough, "lifeline"):
        report(come(rough, people), "3001")
        until(lambda: rings(rough, "3001"), within=PATIENT, what="the ring")


def test_what_was_reported_while_notify_was_down_stands_in_the_duty_centre_afterwards(
    rough: Description, people: ExitStack
) -> None:
    with without(rough, "notify"):
        reference = report(come(rough, people), "4001")
        [call] = until(lambda: rings(rough, "4001"), within=PATIENT, what="the ring")
        press(rough, call)
    officer = come(rough, people, "operator")
    officer.log_in(*STAFF["duty"])

    def acknowledged() -> bool:
        answer = officer.ask("GET", "/operator/incidents")
        if answer.status_code == 503:  # honest while notify is not back yet
            return False
        incidents = answer.json()["items"]
        return [i["state"] for i in incidents if i["reference"] == reference] == ["acknowledged"]

    until(acknowledged, within=PATIENT, what="the acknowledged incident")
    assert len(rings(rough, "4001")) == 1


def press(system: Description, call: dict[str, Any]) -> None:
    """The person on call presses 1."""
    answer = httpx.post(
        f"{system.sandbox_url}/api/press", json={"call": call["id"], "digit": "1"}, timeout=20
    )
    assert answer.is_success, answer.text


@contextmanager
def dying_once(system: Description, process: str, point: str, flag: Path) -> Iterator[None]:
    """The process ends itself at that point, once, and is started again by the supervisor."""
    system.control.stop(process)
    flag.touch()
    system.control.start(process, {"FAULT_POINT": f"{point}:{flag}"})
    system.control.wait_ready(process, within=90)
    yield
    until(lambda: not flag.exists(), within=PATIENT, what="its death")
    system.control.wait_ready(process, within=90)


@pytest.mark.parametrize("point", ["between-claim-and-send", "between-answer-and-status"])
def test_an_emergency_rings_although_notify_dies_while_sending(
    rough: Description, people: ExitStack, tmp_path: Path, point: str
) -> None:
    with dying_once(rough, "notify", point, tmp_path / "die"):
        report(come(rough, people), f"5-{point}")
        until(lambda: rings(rough, f"5-{point}"), within=PATIENT, what="the ring")


def test_a_code_is_not_sent_twice_although_notify_dies_after_the_provider_answered(
    rough: Description, people: ExitStack, tmp_path: Path
) -> None:
    email, mobile = FIRM_ADMIN
    phones = Phones(rough.sandbox_url)
    before = phones.ids(mobile)
    with dying_once(rough, "notify", "between-answer-and-status", tmp_path / "die"):
        come(rough, people).post("/sessions", {"email": email, "password": PASSWORD})
        until(lambda: phones.ids(mobile) - before, within=PATIENT, what="the code")
    officer = come(rough, people, "operator")
    officer.log_in(*STAFF["duty"])  # a later message has gone through
    assert len(phones.ids(mobile) - before) == 1


def test_a_stopped_service_is_answered_503_within_the_budget_and_the_rest_works(
    rough: Description, people: ExitStack
) -> None:
    admin = come(rough, people)
    admin.log_in(*FIRM_ADMIN)
    with without(rough, "cases"):
        started = time.perf_counter()
        answer = admin.ask("GET", "/cases")
        took = time.perf_counter() - started
        assert (answer.status_code, answer.json()["status"]) == (503, 503)
        assert int(answer.headers["retry-after"]) >= 1
        assert answer.json()["title"]
        assert admin.get("/me")["firms"]
    assert took < 5.0  # the call's own deadline, not a measurement
    until(lambda: admin.ask("GET", "/cases").status_code == 200, within=PATIENT, what="cases")


def test_a_broker_killed_in_the_middle_of_a_case_loses_nothing(
    rough: Description, people: ExitStack
) -> None:
    admin, caseworker = come(rough, people), come(rough, people, "operator")
    admin.log_in(*FIRM_ADMIN)
    caseworker.log_in(*STAFF["caseworker"])
    case = admin.post("/cases", {"type": "RORM", "title": "Midt i alt"})
    case_id = str(case["case_id"])
    attach_and_submit(admin, case_id)

    rough.control.kill("rabbitmq")
    rough.control.wait_ready("rabbitmq", within=90)
    until(lambda: works(admin), within=PATIENT, what="the way to the services")
    until(lambda: letters(admin, case_id) == ["receipt"], within=PATIENT, what="one receipt")
    received = until(lambda: in_status(admin, case_id, "received"), what="received")
    until(lambda: receipts(rough, received["number"]) == 1, within=PATIENT, what="one mail")
    caseworker.act(case_id, "assign")


def works(visitor: Visitor) -> bool:
    """The services answer again."""
    return all(visitor.ask("GET", path).status_code == 200 for path in ("/me", "/cases", "/news"))


def letters(visitor: Visitor, case_id: str) -> list[str]:
    """The utility's letters in the journal."""
    answer = visitor.ask("GET", f"/cases/{case_id}/documents")
    items = answer.json()["items"] if answer.is_success else []
    return [item["letter"] for item in items if item["letter"]]


def receipts(system: Description, number: str) -> int:
    """Receipt mails about the case."""
    mails = Phones(system.sandbox_url).messages(FIRM_ADMIN[0])
    return sum(number in str(mail["body"]) for mail in mails)


def test_with_the_database_stopped_a_draft_is_refused_honestly_and_kept(
    rough: Description, people: ExitStack
) -> None:
    admin = come(rough, people)
    admin.log_in(*FIRM_ADMIN)
    case = admin.post("/cases", {"type": "RORM", "title": "Databasen"})
    body = {"version": case["version"], "values": plumbing_notice()}
    path = f"/cases/{case['case_id']}/form"
    headers = {"Idempotency-Key": f"database-{case['case_id']}"}
    with without(rough, "postgres"):
        answer = admin.ask("PATCH", path, json=body, headers=headers)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) >= 1
    until(lambda: works(admin), within=PATIENT, what="the way to the services")
    saved = admin.did("PATCH", path, json=body, headers=headers)
    assert saved["version"] == case["version"] + 1


def test_with_documents_away_the_export_and_the_trail_say_what_is_missing(
    rough: Description, people: ExitStack
) -> None:
    firm = come(rough, people)
    firm.log_in(*FIRM_ADMIN)
    staff = come(rough, people, "operator")
    staff.log_in(*STAFF["administrator"])
    with without(rough, "documents"):
        partly = firm.ask("GET", "/me/export")
        assert "mine-data-ufullstendig.json" in partly.headers["content-disposition"]
        known = partly.json()
        assert set(known["parts"]) == {"cases", "notify"}
        [missing] = known["missing"]
        assert (missing["part"], missing["cursor"]) == ("documents", "")
        assert missing["why"]
        assert firm.ask("GET", missing["again"].removeprefix("/api/v1")).status_code == 503
        trail = staff.get("/operator/audit")
        assert trail["missing"] == ["documents"]
        assert trail["items"]
        assert firm.get("/me/deeds")["missing"] == ["documents"]
    until(lambda: firm.get("/me/deeds")["missing"] == [], what="documents to be called again")
    whole = firm.ask("GET", "/me/export")
    assert 'filename="mine-data.json"' in whole.headers["content-disposition"]
    assert (set(whole.json()["parts"]), whole.json()["missing"]) == (
        {"cases", "documents", "notify"},
        [],
    )
    assert "items" in firm.get(missing["again"].removeprefix("/api/v1"))
