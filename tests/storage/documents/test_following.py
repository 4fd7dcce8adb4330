"""Any arrival, any number of times, ends as if each event had come once and in order (P11)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from services.cases.contract.events.appeals import AppealHandled, CaseAppealed
from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.events.decisions import ProposalDeclined
from services.cases.contract.events.endings import (
    CaseClosed,
    CaseClosedUnanswered,
    CaseReopened,
)
from services.cases.contract.events.life import CaseWithdrawn
from services.cases.contract.events.parties import FirmReplaced
from services.cases.contract.events.waiting import CaseLapsed, InterimAnswerGiven
from services.cases.contract.types.parties import FirmRef
from services.chassis.db.tables import EndedSession
from services.chassis.db.transaction import begin
from services.chassis.objects import ObjectStore
from services.documents.model import Base, CaseAccess, LetterJob
from services.identity.contract.events.sessions import SessionEnded
from tests.storage.documents.stories import NOON, SYSTEM, about, created, hear, uploaded, whole_life

LIFE = whole_life()


def forget_all() -> None:
    with begin(SYSTEM) as work:
        for table in Base.metadata.sorted_tables:
            work.session.execute(delete(table))


def outcome() -> dict[str, Any]:
    with begin(SYSTEM) as work:
        case = work.session.scalars(select(CaseAccess)).one()
        jobs = work.session.scalars(select(LetterJob).order_by(LetterJob.revision)).all()
        said = {
            name: value for name, value in vars(case).items() if name in CaseAccess.__annotations__
        }
        return {**said, "letters": [(job.letter, job.revision) for job in jobs]}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(range(len(LIFE))),
    times=st.lists(st.integers(1, 3), min_size=len(LIFE), max_size=len(LIFE)),
)
def test_any_order_and_repetition_ends_the_same(
    store: ObjectStore, order: list[int], times: list[int]
) -> None:
    forget_all()
    hear(*LIFE)
    in_order = outcome()
    forget_all()
    hear(*[LIFE[place] for place in order for _ in range(times[place])])

    assert outcome() == in_order
    assert in_order["letters"] == [("receipt", 3), ("deficiency", 5), ("decision", 9)]
    assert (in_order["status"], in_order["received"]) == ("approved_with_conditions", True)


@pytest.mark.parametrize(
    "event",
    [
        ProposalDeclined(**about(8, "in_progress")),
        CaseWithdrawn(**about(8, "withdrawn", "nobody")),
        CaseClosed(**about(8, "closed", "nobody"), reason=""),
        CaseReopened(**about(8, "in_progress"), reason="Feil"),
        CaseLapsed(**about(8, "lapsed", "nobody"), lapsed_at=NOON),
        CaseAppealed(
            **about(8, "appealed"),
            text="Uenig",
            document_ids=[],
            received_at=NOON,
            appeal_until=NOON,
            late=False,
            body=None,
        ),
        AppealHandled(**about(8, "refused", "nobody"), step="upheld", reason="", body=None),
    ],
)
def test_the_rest_of_a_cases_events_are_followed_too(store: ObjectStore, event: CaseEvent) -> None:
    hear(created(), event, created())

    assert (outcome()["status"], outcome()["revision"]) == (event.status, 8)


def test_an_interim_answer_and_a_closing_are_letters(store: ObjectStore) -> None:
    hear(
        created(),
        InterimAnswerGiven(
            **about(6, "in_progress"), received_at=NOON, expected_by=None, given_at=NOON
        ),
        CaseClosedUnanswered(
            **about(8, "closed_unanswered", "nobody"),
            letter=1,
            asked_at=NOON,
            due_at=NOON,
            closed_at=NOON,
            reason="Ikke fulgt opp",
        ),
    )

    assert outcome()["letters"] == [("interim", 6), ("closing", 8)]


def test_the_journal_opens_with_whatever_shows_that_the_case_was_received(
    store: ObjectStore,
) -> None:
    hear(created())
    uploaded(store, b"%PDF-")
    hear(LIFE[3])

    assert outcome()["journal_length"] == 1


def test_an_ended_session_is_remembered(store: ObjectStore) -> None:
    event = SessionEnded(person_id="p", session_id="s1", portal="contractor", why="logged_out")
    hear(event, event)

    with begin(SYSTEM) as work:
        assert list(work.session.scalars(select(EndedSession.session_id))) == ["s1"]


def test_the_firm_that_has_a_case_now_sees_its_journal(store: ObjectStore) -> None:
    del store
    hear(created())
    before = created().firm
    now = FirmRef(firm_id="sluk", name="Sluk AS", orgnr="312124718")
    facts = {**about(90, "draft"), "firm": now, "before": before}
    hear(FirmReplaced(**facts, why="merged"))
    older = {**facts, "revision": 80, "firm": before, "before": now}
    hear(FirmReplaced(**older, why="renamed"))
    with begin(SYSTEM) as work:
        assert work.session.scalars(select(CaseAccess.firm_id)).one() == "sluk"
