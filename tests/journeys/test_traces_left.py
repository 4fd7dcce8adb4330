"""What one case leaves behind: numbers in every process, an audit row a step, no stray words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pika
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from deploy.local.description import Description
from services.chassis import clock
from services.chassis.db.audit import breaks
from services.chassis.ids import new_id
from services.chassis.transport import topology
from tests.journeys.conftest import ENTER, FIRM_ADMIN
from tests.journeys.forms import plumbing_notice
from tests.journeys.test_main_job_api import (
    accepted,
    attach_and_submit,
    decide,
    in_status,
    the_letter,
)
from tests.journeys.visitor import Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]

GROWS = {
    "gateway": "http_requests_total",
    "identity": "rpc_calls_total",
    "cases": "rpc_calls_total",
    "documents": "events_handled_total",
    "notify": "events_handled_total",
    "cases-relay": "outbox_published_total",
    "documents-relay": "outbox_published_total",
    "identity-relay": "outbox_published_total",
    "documents-inspector": "",
    "notify-relay": "",
    "lifeline": "",
}
"""The counter one case must move, by process; the last three are served and may stand still."""
STEPS = {
    "case_created.v1": "Ada Rørvik",
    "case_submitted.v1": "Ada Rørvik",
    "case_received.v1": "cases",
    "case_assigned.v1": "Siri Saksbehandler",
    "information_requested.v1": "Siri Saksbehandler",
    "supplement_sent.v1": "Ada Rørvik",
    "supplement_accepted.v1": "Siri Saksbehandler",
    "decision_proposed.v1": "Siri Saksbehandler",
    "decision_recorded.v1": "Geir Godkjenner",
}


def counted(bed: Description, process: str, name: str) -> float:
    """A counter of a process, all labels together; 0 before its first label."""
    answer = httpx.get(f"http://127.0.0.1:{bed.metrics_ports[process]}/metrics", timeout=10)
    assert answer.status_code == 200
    if not name:
        return 0.0
    found = re.findall(rf"^{name}(?:{{.*}})? ([0-9.e+]+)$", answer.text, re.MULTILINE)
    return sum(float(value) for value in found)


def whole_case(admin: Visitor, staff: Staff, words: Callable[[str], str]) -> str:
    """From draft to decision; `words` makes what is typed into each field."""
    case = admin.post("/cases", {"type": "RORM", "title": words("title")})
    case_id = str(case["case_id"])
    typed = plumbing_notice() | {"description": words("description")}
    body = {"version": case["version"], "values": typed}
    admin.did("PATCH", f"/cases/{case_id}/form", json=body)
    attach_and_submit(admin, case_id, {"description": words("description")})
    until(lambda: in_status(admin, case_id, "received"), what="received")
    caseworker = staff("caseworker")
    caseworker.act(case_id, "assign")
    asked = caseworker.act(
        case_id,
        "request_information",
        missing=[{"code": "clarify", "text": words("item")}],
        due_on=(clock.today() + timedelta(days=21)).isoformat(),
    )
    [item] = asked["deficiencies"][-1]["items"]
    answer = {"item_id": item["item_id"], "text": words("answer")}
    admin.act(case_id, "supplement", answers=[answer])
    decide(caseworker, staff("approver"), case_id, words("decision"))
    until(lambda: the_letter(admin, case_id, "decision"), what="the decision letter")
    return case_id


def shielded_note(caseworker: Visitor, case_id: str, title: str, reason: str) -> None:
    """A document of the utility's, kept from firms."""
    entry = {"journal_type": "U", "title": title}
    content = INPUTS["situasjonsplan.pdf"]()
    note = caseworker.upload(case_id, "notat.pdf", content, "ANNET", entry=entry)
    until(lambda: accepted(caseworker, note), what="inspection")
    ground = {"basis": "ORGANINTERNT", "reason": reason}
    caseworker.post(f"/operator/documents/{note}/shield", ground)


def databases(bed: Description) -> Iterator[tuple[str, Any]]:
    """Each service's database, as the superuser sees it."""
    for service in topology.SERVICES:
        address = make_url(bed.superuser_url).set(database=service)
        engine = create_engine(address)
        yield service, engine
        engine.dispose()


def test_one_case_moves_the_numbers_of_every_process_and_leaves_an_audit_row_a_step(
    bed: Description, firm_admin: Visitor, staff: Staff
) -> None:
    before = {process: counted(bed, process, name) for process, name in GROWS.items()}
    case_id = whole_case(firm_admin, staff, lambda field: f"Et vanlig ord om {field}")
    until(
        lambda: all(
            counted(bed, process, name) > before[process] for process, name in GROWS.items() if name
        ),
        what="every process's numbers",
    )

    with Session(dict(databases(bed))["cases"]) as session:
        rows = session.execute(
            text("SELECT tag, actor->>'name', trace FROM audit WHERE chain = :c ORDER BY position"),
            {"c": f"case:{case_id}"},
        ).all()
        told = {tag: name for tag, name, _trace in rows}
        assert {tag: told.get(tag) for tag in STEPS} == STEPS
        assert all(trace for _tag, _name, trace in rows)
        assert breaks(session, f"case:{case_id}") == []


BELONGS = {
    "title": {"cases.case", "cases.outbox", "cases.audit", "documents.inbox", "notify.inbox"},
    "description": {
        "cases.case",
        "cases.draft_change",
        "cases.submission",
        "cases.outbox",
        "documents.inbox",
        "notify.inbox",
    },
    "item": {
        "cases.letter_item",
        "cases.outbox",
        "documents.inbox",
        "notify.inbox",
        "notify.delivery",
    },
    "answer": {"cases.letter_item"},
    "decision": {"cases.case", "cases.outbox", "documents.inbox", "notify.inbox"},
    "document": {"documents.document", "documents.upload", "documents.idempotency"},
    "ground": {
        "documents.shielding",
        "documents.outbox",
        "documents.audit",
        "documents.idempotency",
        "cases.inbox",
    },
    "search": set(),
    "password": set(),
    "code": set(),
    "rejected": set(),
    "emergency": {"notify.incident", "notify.delivery"},
}
"""Where what is typed into each field may stand; everything else is a leak."""
ANSWERS_KEPT = {"cases.idempotency", "documents.letter_job", "cases.history", "cases.letter"}
"""Replies kept for a repeated key, and jobs that write letters, repeat what the case says."""


def places_of(bed: Description, word: str) -> set[str]:
    """Every table with a row that holds the word, and every log file and dead letter."""
    found = set()
    for service, engine in databases(bed):
        with engine.connect() as connection:
            tables = connection.scalars(
                text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            ).all()
            for table in tables:
                holds = f'SELECT 1 FROM "{table}" t WHERE strpos(t::text, :word) > 0 LIMIT 1'  # noqa: S608 - names come from the catalogue
                if connection.scalar(text(holds), {"word": word}):
                    found.add(f"{service}.{table}")
    for log in Path(bed.data_dir, "logs").glob("*.log"):
        if word in log.read_text(errors="replace"):
            found.add(f"log {log.name}")
    return found | dead_letters_with(bed, word)


def dead_letters_with(bed: Description, word: str) -> set[str]:
    """Dead queues with a message that holds the word; the messages stay."""
    found = set()
    with pika.BlockingConnection(pika.URLParameters(bed.amqp_admin)) as connection:
        for service in topology.SERVICES:
            channel = connection.channel()
            while True:
                method, _properties, body = channel.basic_get(topology.dead_queue(service))
                if method is None or body is None:
                    break
                if word.encode() in body:
                    found.add(f"dead letter of {service}")
            channel.close()
    return found


def test_what_is_typed_stands_only_where_it_belongs(
    bed: Description, firm_admin: Visitor, staff: Staff, enter: ENTER
) -> None:
    markers = {field: f"merke{field}{new_id()}" for field in BELONGS}
    case_id = whole_case(firm_admin, staff, lambda field: markers[field])
    shielded_note(staff("caseworker"), case_id, markers["document"], markers["ground"])
    firm_admin.get("/cases", params={"q": markers["search"][:90]})
    stranger = enter()
    wrong = {"email": FIRM_ADMIN[0], "password": markers["password"]}
    assert stranger.refused("POST", "/sessions", json=wrong)[0] == 401
    guess = {"method": "sms", "code": markers["code"]}
    assert stranger.refused("POST", "/sessions/current/factor", json=guess)[0] in (401, 422)
    body = {"type": "RORM", "nonsense": markers["rejected"]}
    assert firm_admin.refused("POST", "/cases", json=body)[0] == 422
    report = {
        "place": {"address": "Eksempelveien 14"},
        "description": markers["emergency"],
        "severity": 3,
        "reporter": {"name": "Ola Forbi", "phone": "+4790000055"},
    }
    stranger.post("/emergencies", report)
    until(lambda: places_of(bed, markers["emergency"]), what="the incident")

    strays = {
        field: places_of(bed, markers[field]) - belongs - ANSWERS_KEPT
        for field, belongs in BELONGS.items()
    }
    assert {field: places for field, places in strays.items() if places} == {}
    assert "cases.case" in places_of(bed, markers["description"])
