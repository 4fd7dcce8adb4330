"""What other services tell, in any order and any number of times, ends as if told once (P11)."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from services.cases.contract.types.case import CaseView
from services.cases.model import KnownFirm, KnownPerson
from services.chassis.db.ended_sessions import EndedSessions
from services.chassis.db.transaction import begin
from services.chassis.messages import Event
from services.documents.contract.events import DocumentAccepted, DocumentRejected, LetterIssued
from services.identity.contract.events.firms import FirmApproved, FirmChanged
from services.identity.contract.events.people import PersonChanged
from services.identity.contract.events.sessions import SessionEnded
from services.identity.contract.types.firms import FirmEmails
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import BERGEN, CASEWORKER, SYSTEM

EMAILS = FirmEmails(post="post@muffe.example")


def told_of(case: CaseView) -> list[Event]:
    """Everything cases hears about one submitted case and the people around it."""
    good, bad = case.values["pipe_map"][0], case.values["sketch"][0]
    file = {"case_id": case.case_id, "filename": "kart.pdf", "kind": "LEDNINGSKART"}
    firm = {"firm_id": case.case_id, "orgnr": "311153056", "emails": EMAILS}
    person = {
        "person_id": case.case_id,
        "email": "p@muffe.example",
        "mobile": None,
        "language": "nb",
        "firm_ids": [],
        "staff_of": [BERGEN],
        "staff_roles": ["caseworker"],
    }
    return [
        DocumentAccepted(**file, document_id=good, media_type="application/pdf", size=9, sha256=""),
        DocumentRejected(**file, document_id=bad, reason="encrypted"),
        LetterIssued(
            **file, document_id=f"l{case.case_id}", letter="receipt", title="K", journal_number=3
        ),
        FirmApproved(**firm, name="Muffe", revision=2, professions=["rorlegger"], language="nb"),
        FirmChanged(
            **firm, name="Muffe Rør", revision=3, status="approved", professions=["konsulent"]
        ),
        PersonChanged(**person, revision=1, name="Nora"),
        PersonChanged(**person, revision=2, name="Nora Muffe"),
        SessionEnded(person_id="p", session_id=case.case_id, portal="contractor", why="logged_out"),
    ]


def outcome(desk: Desk, case: CaseView) -> dict[str, Any]:
    """What cases makes of it."""
    seen = desk.look(case, CASEWORKER)
    with begin(SYSTEM) as work:
        firms = work.session.scalars(
            select(KnownFirm).where(KnownFirm.firm_id == case.case_id)
        ).all()
        people = work.session.scalars(
            select(KnownPerson).where(KnownPerson.person_id == case.case_id)
        ).all()
        return {
            "status": seen.status,
            "asked": [[item.code for item in letter.items] for letter in seen.deficiencies],
            "firms": [(firm.name, firm.revision) for firm in firms],
            "people": {(person.name, person.revision) for person in people},
            "ended": case.case_id in EndedSessions(),
        }


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(order=st.permutations(range(8)), times=st.lists(st.integers(1, 5), min_size=8, max_size=8))
def test_any_order_and_repetition_ends_the_same(
    desk: Desk, order: list[int], times: list[int]
) -> None:
    once = desk.assigned()
    for event in told_of(once):
        desk.hear(event)
    mixed = desk.assigned()
    events = told_of(mixed)
    for place in order:
        for _ in range(times[place]):
            desk.hear(events[place])

    assert outcome(desk, mixed) == outcome(desk, once)
    assert outcome(desk, once)["asked"] == [["replace_document"]]
    assert outcome(desk, once)["status"] == "information_requested"
