"""Whatever order events arrive in, and however often: the same messages, the same knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from services.cases.contract.events.deficiencies import InformationRequested
from services.cases.contract.events.life import CaseAssigned, CaseWithdrawn
from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from services.chassis.messages import Actor, Envelope, Event
from services.identity.contract.events.firms import FirmChanged
from services.identity.contract.events.people import PersonChanged
from services.identity.contract.events.secrets import MobileEnrolled
from services.identity.contract.types.firms import FirmEmails
from services.notify.model import (
    Base,
    CaseParty,
    Contact,
    Delivery,
    FirmContact,
    FirmStanding,
)
from services.notify.outgoing.recipients import NotHeardOfYet
from tests.storage.notify.case_events import FIRM, ITEMS, approved, happened, local, registered
from tests.storage.notify.desk import SYSTEM, Desk, code_issued

PERSON = {
    "person_id": "nora",
    "name": "Nora Muffe",
    "email": "nora@muffe.example",
    "mobile": "+4799900001",
    "language": "nb",
    "firm_ids": ["muffe"],
    "staff_of": [],
    "staff_roles": [],
}
CHANGED = {name: value for name, value in FIRM.items() if name != "language"}
SMS = "information_requested sms"
"""Goes out unless only the firm was known by then."""
KNOWLEDGE: tuple[type[Base], ...] = (Contact, FirmContact, FirmStanding, CaseParty)


def events() -> Sequence[Event]:
    """One of each kind that leaves something behind."""
    return (
        PersonChanged(revision=1, **PERSON),
        PersonChanged(revision=2, **{**PERSON, "language": "en"}),
        registered(1),
        approved(2),
        FirmChanged(
            revision=3, status="suspended", **{**CHANGED, "emails": FirmEmails(post="ny@m.example")}
        ),
        code_issued(),
        MobileEnrolled(
            person_id="nora", email="nora@muffe.example", old_mobile=None, language="nb"
        ),
        happened(CaseAssigned, revision=2),
        happened(
            InformationRequested,
            revision=3,
            letter=1,
            severity="minor",
            due_at=local(2026, 9, 17, 22),
            items=ITEMS,
            caseworker=None,
        ),
        happened(CaseWithdrawn, revision=4, caseworker=None),
    )


@dataclass(frozen=True)
class Outcome:
    """What is known and what goes out."""

    knowledge: list[list[str]]
    messages: list[str]


def outcome_of(arrived: Sequence[tuple[Event, Envelope]]) -> Outcome:
    """Handle them as the inbox does, look, and leave nothing behind.

    What cannot be handled yet is tried again after the others.
    """
    with begin(SYSTEM) as work:
        waiting = list(arrived)
        while waiting:
            left = [pair for pair in waiting if not handled(work.session, *pair)]
            assert len(left) < len(waiting)
            waiting = left
        seen = Outcome(knowledge(work.session), messages(work.session))
        work.session.rollback()
    return seen


def handled(session: Session, event: Event, envelope: Envelope) -> bool:
    """One attempt, undone when somebody is not heard of yet."""
    name = f"on_{event.type_name().removesuffix('.v1')}"
    reaction = getattr(import_module(f"services.notify.reactions.{name}"), name)
    work = Work(
        session=session,
        actor=Actor.system("notify", envelope.utility),
        now=envelope.at,
        trace=envelope.trace,
        cause=envelope,
    )
    try:
        with session.begin_nested():
            reaction(event, work)
    except NotHeardOfYet:
        return False
    return True


def knowledge(session: Session) -> list[list[str]]:
    """All that is known, by table."""
    rows = (session.execute(select(table.__table__)).all() for table in KNOWLEDGE)
    return [sorted(map(repr, each)) for each in rows]


def messages(session: Session) -> list[str]:
    """What goes out, over what, in the order of names."""
    sent = session.execute(select(Delivery.message, Delivery.channel))
    return sorted(f"{message} {channel}" for message, channel in sent)


@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_each_goes_out_once_and_the_newest_is_known(desk: Desk, data: st.DataObject) -> None:
    told = [(event, desk.told(event)) for event in events()]
    expected = outcome_of(told)
    times = data.draw(st.lists(st.integers(1, 5), min_size=len(told), max_size=len(told)))
    repeated = [pair for pair, count in zip(told, times, strict=True) for _ in range(count)]
    seen = outcome_of(data.draw(st.permutations(repeated)))
    assert seen.knowledge == expected.knowledge
    assert {*seen.messages, SMS} == {*expected.messages, SMS}
    for once in ("login_code sms", "case_withdrawn email", "mobile_enrolled email"):
        assert seen.messages.count(once) == 1
    assert 1 <= seen.messages.count("information_requested email") <= 2
