"""A person erased at identity: known no more, while cases keep the name they were written with."""

from __future__ import annotations

from sqlalchemy import select, text, update

from services.cases.contract.operations.dialogue import ListMessages, ReadMessages, SendMessage
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.operations.overview import ListViews, MarkCaseSeen, SaveView
from services.cases.model import KnownPerson
from services.chassis import clock
from services.chassis.db import inbox
from services.chassis.db.tables import Inbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, Envelope
from services.identity.contract.events.people import PersonChanged
from services.identity.contract.events.privacy import PersonErased
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import BERGEN, CASEWORKER, FIRM


def test_an_erased_caseworker_takes_no_case_and_stays_in_the_old_one(desk: Desk) -> None:
    case = desk.submitted()
    ivar = PersonChanged(
        person_id="ivar",
        revision=2,
        name="Ivar Innlegg",
        email="ivar@vann.example",
        mobile=None,
        language="nb",
        firm_ids=[],
        staff_of=[BERGEN],
        staff_roles=["caseworker"],
    )
    desk.hear(ivar)
    to_ivar = AssignCase(case_id=case.case_id, person_id="ivar")
    desk.ask(to_ivar, CASEWORKER)
    desk.hear(PersonErased(person_id="ivar", revision=3))
    desk.hear(ivar)
    with begin(Actor.system("test")) as work:
        known = work.session.scalars(select(KnownPerson)).one()
        assert (known.name, known.active, known.revision) == ("", False, 3)
    assert desk.refused(to_ivar, CASEWORKER).code == "NoSuchCaseworker"
    kept = desk.look(case, CASEWORKER).caseworker
    assert kept is not None
    assert kept.name == "Ivar Innlegg"


def test_no_trace_of_a_person_stays_where_nothing_was_sent(desk: Desk) -> None:
    """A marker for a name: gone from drafts, views, read marks and what was heard of them."""
    marked = FIRM.model_copy(update={"user_id": "mona", "name": "Merkenavn Mona"})
    draft = desk.draft(actor=marked)
    sent = desk.submitted()
    desk.ask(SendMessage(case_id=sent.case_id, text="Spørsmål fra verket"), CASEWORKER)
    desk.ask(ReadMessages(case_id=sent.case_id, up_to=1), marked)
    desk.ask(SaveView(name="Visning", filters={"status": ["received"]}), marked)
    desk.ask(MarkCaseSeen(case_id=sent.case_id), marked)
    told = Envelope(
        id="heard",
        type="person_changed.v1",
        source="identity",
        utility=BERGEN,
        aggregate="mona",
        sequence=1,
        at=clock.now(),
        actor={},
        trace="",
        data={"name": marked.name, "email": "mona@muffe.example"},
    )
    with begin(Actor.system("test")) as work:
        inbox.store(work.session, told, work.now)
        work.session.execute(update(Inbox).values(handled_at=work.now))
    desk.hear(PersonErased(person_id="mona", revision=9))

    assert places_of(marked.name) <= KEEPS_NAMES
    assert places_of("mona@muffe.example") == set()
    assert desk.look(draft, FIRM).contact.name == "–"
    assert desk.ask(ListViews(), marked).items == []
    [message] = desk.ask(ListMessages(case_id=sent.case_id), CASEWORKER).items
    assert [(mark.person.person_id, mark.person.name) for mark in message.read_by] == [
        ("mona", "–")
    ]
    with begin(Actor.system("test")) as work:
        heard = work.session.get(Inbox, "heard")
        assert heard is not None
        assert (heard.envelope["data"], heard.envelope["type"]) == ({}, "person_changed.v1")


def test_a_sent_case_keeps_the_name_it_was_sent_under(desk: Desk) -> None:
    marked = FIRM.model_copy(update={"user_id": "mona", "name": "Merkenavn Mona"})
    case = desk.submitted(actor=marked)
    desk.hear(PersonErased(person_id="mona", revision=9))
    assert desk.look(case, CASEWORKER).contact.name == marked.name
    assert "case_history" in places_of(marked.name)


KEEPS_NAMES = {"audit", "outbox", "idempotency", "case_history"}
"""The trail and a case's history for good, as they were; events on their way and replies for
repeated keys for 30 and 7 days."""


def places_of(word: str) -> set[str]:
    """Every table with a row that holds the word."""
    with begin(Actor.system("test")) as work:
        tables = work.session.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        )
        holds = 'SELECT 1 FROM "{}" t WHERE strpos(t::text, :word) > 0 LIMIT 1'
        return {
            table
            for table in tables.all()
            if work.session.scalar(text(holds.format(table)), {"word": word})
        }
