"""What firms and caseworkers are told of time, endings and appeals."""

from __future__ import annotations

import pytest

from services.cases.contract.events.appeals import AppealHandled, CaseAppealed
from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.events.deficiencies import SupplementSent
from services.cases.contract.events.drafts import DraftExpiring
from services.cases.contract.events.endings import (
    CaseClosed,
    CaseClosedUnanswered,
    CaseReopened,
)
from services.cases.contract.events.waiting import (
    CaseExtended,
    CaseLapsed,
    InterimAnswerGiven,
    LapseWarned,
    LetterReminded,
    WorkStarted,
)
from services.identity.contract.events.people import PersonChanged
from tests.storage.notify.case_events import CASE, FIRM_EMAIL, NUMBER, approved, happened, local
from tests.storage.notify.desk import NORAS_EMAIL, NORAS_MOBILE, Desk

DAY = local(2026, 9, 17, 22)


@pytest.fixture
def known(desk: Desk) -> Desk:
    """Nora, her firm and the caseworker are heard of; what they were told so far is gone."""
    desk.know_nora()
    desk.hear(
        PersonChanged(
            person_id="sara",
            revision=1,
            name="Sara Sak",
            email="sara@vann.example",
            mobile=None,
            language="nb",
            firm_ids=[],
            staff_of=["eksempel"],
            staff_roles=["caseworker"],
        )
    )
    desk.hear(approved())
    desk.deliver()
    desk.post.mails.clear()
    return desk


def _mailed(desk: Desk) -> dict[str, str]:
    desk.deliver()
    return {to: f"{mail.subject}\n{mail.text}" for to, mail in desk.post.mails}


def _reminded(when: str) -> LetterReminded:
    return happened(
        LetterReminded,
        status="information_requested",
        ball="firm",
        letter=1,
        when=when,
        due_at=DAY,
        closes_after=local(2026, 10, 1, 22) if when == "overdue" else None,
    )


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (
            happened(CaseExtended, expected_by=DAY, reason="Vi venter på kartet"),
            ["til og med 17. september 2026", "Vi venter på kartet"],
        ),
        (
            happened(InterimAnswerGiven, received_at=DAY, expected_by=DAY, given_at=DAY),
            ["Foreløpig svar", "til og med 17. september 2026"],
        ),
        (
            happened(InterimAnswerGiven, received_at=DAY, expected_by=None, given_at=DAY),
            ["så snart saken er behandlet"],
        ),
        (happened(CaseClosed, status="closed", reason="Tatt til etterretning"), ["etterretning"]),
        (happened(CaseReopened, reason="Feil faktum"), ["åpnet", "Feil faktum"]),
        (
            happened(
                CaseClosedUnanswered,
                status="closed_unanswered",
                letter=1,
                asked_at=DAY,
                due_at=DAY,
                closed_at=DAY,
                reason="Ikke fulgt opp",
            ),
            ["uten svar", "Ikke fulgt opp", "ny søknad"],
        ),
        (
            happened(LapseWarned, status="approved", lapses_at=DAY),
            ["til og med 17. september 2026", "Meld oppstart"],
        ),
        (happened(CaseLapsed, status="lapsed", lapsed_at=DAY), ["gjelder ikke lenger"]),
        (
            happened(AppealHandled, step="sent_on", reason="Vi står fast", body=None),
            ["sendt til klageinstansen", "Vi står fast"],
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, CaseEvent) else "",
)
def test_the_firm_is_told_once(known: Desk, event: CaseEvent, said: list[str]) -> None:
    envelope = known.hear(event)
    known.react(event, envelope)
    mails = _mailed(known)
    assert set(mails) == {NORAS_EMAIL, FIRM_EMAIL}
    assert len(known.post.mails) == 2
    for words in (NUMBER, f"/saker/{CASE}", *said):
        assert words in mails[NORAS_EMAIL]


def test_work_that_has_started_is_only_remembered(known: Desk) -> None:
    known.hear(happened(WorkStarted, status="approved"))
    assert _mailed(known) == {}


@pytest.mark.parametrize("when", ["before", "overdue"])
def test_a_reminder_goes_out_while_the_letter_waits(known: Desk, when: str) -> None:
    known.hear(_reminded(when))
    mails = _mailed(known)
    assert "til og med 17. september 2026" in mails[NORAS_EMAIL]
    assert ("til og med 1. oktober 2026" in mails[NORAS_EMAIL]) == (when == "overdue")
    assert [to for to, _ in known.telephone.texts] == [NORAS_MOBILE]


def test_a_reminder_drops_itself_when_the_firm_answers_before_it_is_sent(known: Desk) -> None:
    known.hear(_reminded("before"))
    known.hear(
        happened(
            SupplementSent,
            revision=6,
            status="supplemented",
            letter=1,
            complete=True,
            document_ids=[],
            caseworker=None,
        )
    )
    assert _mailed(known) == {}
    assert known.telephone.texts == []
    reminders = [row for row in known.deliveries() if row.message == "letter_reminder"]
    assert {row.state for row in reminders} == {"expired"}


@pytest.mark.parametrize("late", [True, False])
def test_both_sides_have_an_appeal_in_writing(known: Desk, *, late: bool) -> None:
    known.hear(
        happened(
            CaseAppealed,
            status="appealed",
            text="Feil avstand",
            document_ids=[],
            received_at=DAY,
            appeal_until=DAY,
            late=late,
            body=None,
        )
    )
    mails = _mailed(known)
    assert set(mails) == {NORAS_EMAIL, FIRM_EMAIL, "sara@vann.example"}
    assert all(
        ("etter at klagefristen" in text) == late for to, text in mails.items() if to != FIRM_EMAIL
    )
    assert "Feil avstand" not in "".join(mails.values()), "what was written stays in the portal"


def test_a_forgotten_draft_is_told_of_by_mail_alone(known: Desk) -> None:
    forgotten = happened(DraftExpiring, status="draft", revision=900, expires_at=DAY)
    known.hear(forgotten)
    mails = _mailed(known)
    assert set(mails) == {NORAS_EMAIL, FIRM_EMAIL}
    assert "slettes 18. september 2026" in mails[NORAS_EMAIL]
    assert known.telephone.texts == []
