"""Overview and queue: filters, search, pages, and what a page costs."""

from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from sqlalchemy import select

from services.cases.contract.operations.drafts import CreateCase, SaveForm, WithdrawCase
from services.cases.contract.operations.reading import GetCase, ListCases
from services.cases.model import Case
from services.cases.store import search
from services.chassis import clock
from services.chassis.db.transaction import begin
from tests.storage.cases.complete_forms import PROPERTY
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    BERGEN,
    CASEWORKER,
    EDITOR,
    FIRM,
    OTHER_STAFF,
    STRANGER,
    SYSTEM,
)
from tests.storage.cases.statements import counted


def _found(desk: Desk, q: str) -> list[str]:
    return [row.title for row in desk.ask(ListCases(q=q), CASEWORKER).items]


def test_search_finds_number_place_property_title_type_and_firm(desk: Desk) -> None:
    place = {**PROPERTY, "address": "Nygårdsgaten 25B", "gnr": 166, "bnr": 7}
    case = desk.submitted(properties=[place])
    desk.submitted("FORH", actor=STRANGER)
    assert case.number is not None
    for q in (
        case.number,
        case.number.lower(),
        case.number[-6:],
        "25b nygårdsg",
        "nygårdsgaten",
        "gårdsgat",
        "166/7",
        "4601-166/7",
        "rørleggermeldinger",
        "muffe",
        "nygardsgaten",
    ):
        rows = desk.ask(ListCases(q=q), CASEWORKER).items
        assert [row.case_id for row in rows] == [case.case_id], q
    assert len(desk.ask(ListCases(q="storgata"), CASEWORKER).items) == 2
    assert len(desk.ask(ListCases(q="311153056"), CASEWORKER).items) == 2
    assert desk.ask(ListCases(q="100%_"), CASEWORKER).items == []


def test_search_finds_whom_the_case_is_for(desk: Desk) -> None:
    """Also what an answer made of it; a client the form no longer names is not found."""
    home = desk.submitted(owner_kind="person", owner_name="Åse Grunneier")
    kitchen = desk.submitted(
        "PASL-FETT", business_name="Fisk og Frityr AS", business_orgnr="312124718"
    )
    for q, expected in (
        ("åse grunneier", home),
        ("ase grunn", home),
        ("runneie", home),
        ("frityr", kitchen),
        ("312124718", kitchen),
    ):
        for reader in (CASEWORKER, FIRM):
            found = [row.case_id for row in desk.ask(ListCases(q=q), reader).items]
            assert found == [expected.case_id], (q, reader.audience)
        assert desk.ask(ListCases(q=q), STRANGER).items == [], q
        assert desk.ask(ListCases(q=q), OTHER_STAFF).items == [], q
    draft = desk.draft(owner_kind="person", owner_name="Navn Ombestemt")
    changed = {"owner_name": "Ny Eier"}
    desk.ask(SaveForm(case_id=draft.case_id, version=draft.version, values=changed), FIRM)
    assert desk.ask(ListCases(q="ombestemt"), FIRM).items == []
    assert len(desk.ask(ListCases(q="ny eier"), FIRM).items) == 1


def test_filters_narrow_the_queue(desk: Desk) -> None:
    asked = desk.asked("Mangler kart")
    fresh = desk.submitted("FORH")
    for request, expected in (
        (ListCases(ball="firm"), [asked]),
        (ListCases(ball="utility"), [fresh]),
        (ListCases(ball="nobody"), []),
        (ListCases(status=["information_requested"]), [asked]),
        (ListCases(type="FORH"), [fresh]),
        (ListCases(zone="fordeling", sort="updated"), [asked, fresh]),
        (ListCases(assignee="none"), [fresh]),
        (ListCases(assignee="me"), [asked]),
        (ListCases(assignee=CASEWORKER.user_id), [asked]),
        (ListCases(sort="-submitted"), [fresh, asked]),
    ):
        found = [row.case_id for row in desk.ask(request, CASEWORKER).items]
        assert found == [case.case_id for case in expected], request


@pytest.mark.parametrize("sort", ["-updated", "updated", "due", "-submitted"])
def test_pages_hold_every_case_once(desk: Desk, sort: str) -> None:
    every = {desk.ask(CreateCase(type="RORM"), FIRM).case_id for _ in range(5)}
    cursor, seen = "", []
    while True:
        page = desk.ask(ListCases(limit=2, cursor=cursor, sort=sort), FIRM)
        seen += [row.case_id for row in page.items]
        if page.next is None:
            break
        cursor = page.next
    assert len(seen) == 5
    assert set(seen) == every


def test_the_firms_list_is_what_the_database_holds(desk: Desk) -> None:
    """R11: every case of the firm in any state, with whose turn it is and its dates; no other's."""
    desk.draft()
    desk.ask(WithdrawCase(case_id=desk.submitted().case_id), FIRM)
    desk.assigned()
    desk.ask(CreateCase(type="RORM"), STRANGER)
    with begin(SYSTEM) as work:
        every = work.session.scalars(select(Case).where(Case.firm_id == FIRM.firm_id)).all()
        held = {(c.id, c.status, c.ball, c.due_at, c.expected_by) for c in every}
    rows = desk.ask(ListCases(), FIRM).items
    assert {(r.case_id, r.status, r.ball, r.due_at, r.expected_by) for r in rows} == held
    assert {r.status for r in rows} == {"draft", "withdrawn", "in_progress"}


def test_a_cursor_that_is_not_ours_is_refused(desk: Desk) -> None:
    foreign = base64.urlsafe_b64encode(b'["due", "2026-01-01T00:00:00+00:00", "x"]').decode()
    for cursor in ("???", "aGVp", foreign):
        refusal = desk.refused(ListCases(cursor=cursor), FIRM)
        assert (refusal.code, refusal.errors[0].field) == ("InvalidRequest", "cursor")


def test_the_soonest_due_comes_first_and_what_is_never_due_last(desk: Desk) -> None:
    done = desk.submitted()
    slow, quick = desk.submitted("PASL-FETT"), desk.submitted("RORM")
    desk.ask(WithdrawCase(case_id=done.case_id), FIRM)
    rows = desk.ask(ListCases(sort="due"), CASEWORKER).items
    assert [row.case_id for row in rows] == [quick.case_id, slow.case_id, done.case_id]


def test_a_deadline_narrows_by_now_by_days_or_by_a_day(desk: Desk) -> None:
    asked = desk.asked(due_on=clock.today() + timedelta(days=5))
    slow = desk.submitted("PASL-FETT")
    for due, expected in (
        ("overdue", []),
        ("week", [asked]),
        ((clock.today() + timedelta(days=4)).isoformat(), []),
        ((clock.today() + timedelta(days=365)).isoformat(), [asked, slow]),
    ):
        rows = desk.ask(ListCases(due=due, sort="due"), CASEWORKER).items
        assert [row.case_id for row in rows] == [case.case_id for case in expected], due
    desk.later(days=6)
    rows = desk.ask(ListCases(due="overdue"), CASEWORKER).items
    assert [row.case_id for row in rows] == [asked.case_id]
    assert desk.refused(ListCases(due="2026-02-30"), FIRM).errors[0].field == "due"


def test_a_search_finds_what_lies_behind_the_newest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window makes common words cheap; it decides nothing about what is found, or where."""
    places = [{**PROPERTY, "address": f"{street} 1"} for street in ("Aveien", "Bveien", "Aveien")]
    cases = [desk.submitted(properties=[place]) for place in places]
    for window in (0, 1, 2, 3):
        monkeypatch.setattr(search, "WINDOW", window)
        first = desk.ask(ListCases(q="aveien", limit=1), CASEWORKER)
        assert [row.case_id for row in first.items] == [cases[2].case_id], window
        rest = desk.ask(ListCases(q="aveien", limit=1, cursor=first.next or ""), CASEWORKER)
        assert [row.case_id for row in rest.items] == [cases[0].case_id], window


def test_a_search_for_a_short_number_finds_the_same_whether_few_or_many_are_expected(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = [{**PROPERTY, "address": f"Aveien {house}"} for house in (7, 8, 7)]
    cases = [desk.submitted(properties=[place]) for place in places]
    for few, window in ((1000, 4000), (-1, 4000), (-1, 1), (-1, 0)):
        monkeypatch.setattr(search, "FEW", few)
        monkeypatch.setattr(search, "WINDOW", window)
        for actor in (CASEWORKER, FIRM):
            found = desk.ask(ListCases(q="aveien 7"), actor).items
            assert [row.case_id for row in found] == [cases[2].case_id, cases[0].case_id]


def test_nobody_lists_what_is_not_theirs(desk: Desk) -> None:
    desk.submitted()
    everyone = {"public": None, "stranger": STRANGER, "other": OTHER_STAFF, "editor": EDITOR}
    for who, actor in everyone.items():
        assert desk.ask(ListCases(), actor).items == [], who
    nowhere = CASEWORKER.model_copy(update={"utility": ""})
    assert desk.ask(ListCases(), nowhere).items == []
    assert desk.ask(ListCases(), CASEWORKER.model_copy(update={"utility": BERGEN})).items


def test_a_page_is_two_statements_however_long_and_a_case_a_handful(desk: Desk) -> None:
    case = desk.asked("Mangler kart", "Mangler mål")
    desk.submitted()
    with counted() as ran:
        assert len(desk.ask(ListCases(), CASEWORKER).items) == 2
    assert len(ran) == 2, ran
    with counted() as ran:
        assert len(desk.ask(ListCases(q="storgata"), CASEWORKER).items) == 2
    assert len(ran) == 3, ran
    with counted() as ran:
        assert len(desk.ask(ListCases(q="164/123"), CASEWORKER).items) == 2
    assert len(ran) == 2, ran
    with counted() as ran:
        desk.ask(GetCase(case_id=case.case_id), FIRM)
    assert len(ran) <= 8, ran
