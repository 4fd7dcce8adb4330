"""Who was told of a freeze is told when it moves or is cancelled; exemptions and reminders."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.contract.events.exemptions import ExemptionGranted, FreezeComesUp
from services.cases.contract.events.freezes import FreezeChanged
from services.cases.contract.types.parties import CaseLink, FirmRef
from services.identity.contract.events.firms import FirmChanged
from services.identity.contract.types.firms import FirmEmails
from tests.storage.notify.case_events import (
    CASE,
    FIRM,
    FIRM_EMAIL,
    NUMBER,
    approved,
    happened,
    local,
)
from tests.storage.notify.desk import NORAS_EMAIL, NORAS_MOBILE, Desk
from tests.storage.notify.test_case_news import freeze, mailed

LATER = local(2027, 3, 21, 23)
MUFFE = FirmRef(firm_id="muffe", name="Muffe & Sønn AS", orgnr="311153056")


def moved(revision: int, state: Any = "announced", **own: Any) -> FreezeChanged:
    """The same freeze with another end."""
    event = freeze(revision, state)
    return event.model_copy(update={"ends_at": LATER, **own})


def told(desk: Desk) -> list[tuple[str, str]]:
    """Address and subject of everything new."""
    desk.deliver()
    said = [(to, mail.subject) for to, mail in desk.post.mails]
    desk.post.mails.clear()
    return said


def test_a_moved_freeze_is_told_to_those_told_before(known: Desk) -> None:
    known.hear(freeze(1, "announced"))
    assert len(told(known)) == 1
    new = {"firm_id": "ny", "orgnr": "312124718", "name": "Ny AS"}
    known.hear(approved(**new, emails=FirmEmails(post="post@ny.example")))
    told(known)
    known.hear(moved(2))
    known.hear(moved(2))
    said = dict(told(known))
    assert said[FIRM_EMAIL].startswith("Nedetida i Entreprenørportalen er flytta")
    assert said["post@ny.example"].startswith("Nedetid i Entreprenørportalen frå")
    known.hear(freeze(3, "announced"))
    assert [to for to, _ in told(known)] == [FIRM_EMAIL, "post@ny.example"], "and back again"


def test_an_end_moved_while_it_runs_is_told_too(known: Desk) -> None:
    known.hear(freeze(1, "announced"))
    known.hear(freeze(2, "active"))
    told(known)
    known.hear(moved(3, "active"))
    ((to, subject),) = told(known)
    assert (to, "flytta" in subject) == (FIRM_EMAIL, True)
    known.hear(moved(4, "ended"))
    assert told(known) == []


def test_a_cancelled_freeze_is_told_to_those_told_before_also_if_suspended(known: Desk) -> None:
    known.hear(freeze(1, "announced"))
    told(known)
    facts = {name: value for name, value in FIRM.items() if name != "language"}
    known.hear(FirmChanged(revision=3, status="suspended", **facts))
    known.hear(freeze(2, "cancelled"))
    assert told(known) == [(FIRM_EMAIL, "Nedetida i Entreprenørportalen er avlyst")]


def test_one_nobody_was_told_of_is_cancelled_in_silence(known: Desk) -> None:
    known.hear(freeze(1, "planned"))
    known.hear(freeze(2, "cancelled"))
    assert told(known) == []


@pytest.mark.parametrize(
    ("case", "words", "link"),
    [(None, "alle sakene dykkar", "/"), (NUMBER, f"sak {NUMBER}", f"/saker/{CASE}")],
)
def test_an_exempted_firm_is_told_for_what_and_until_when(
    known: Desk, case: str | None, words: str, link: str
) -> None:
    event = ExemptionGranted(
        exemption_id="x",
        freeze_id="f1",
        firm_id="muffe",
        firm=MUFFE,
        case=CaseLink(case_id=CASE, number=case) if case else None,
        reason="Avtalt med sona",
        ends_at=LATER,
    )
    known.hear(event)
    mail = mailed(known)[FIRM_EMAIL]
    assert words in mail
    assert "Avtalt med sona" in mail
    assert link in mail


def comes_up() -> FreezeComesUp:
    return happened(
        FreezeComesUp,
        status="information_requested",
        freeze_id="f1",
        starts_at=local(2027, 2, 28, 23),
        ends_at=LATER,
        letter=1,
        due_at=LATER,
    )


def test_a_firm_with_something_outstanding_is_reminded_by_text_and_mail(known: Desk) -> None:
    known.hear(comes_up())
    assert set(mailed(known)) == {NORAS_EMAIL, FIRM_EMAIL}
    ((to, words),) = known.telephone.texts
    assert (to, NUMBER in words) == (NORAS_MOBILE, True)


def test_a_firm_that_answered_in_the_meantime_is_not_reminded(known: Desk) -> None:
    known.hear(comes_up())
    answered = comes_up().model_copy(update={"status": "supplemented", "revision": 9})
    known.hear(answered)
    assert mailed(known) == {}
    assert known.telephone.texts == []
