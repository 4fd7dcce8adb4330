"""The first page: what waits, what is new; one's own saved views; the list as a file."""

from __future__ import annotations

import pytest

from services.cases.contract.operations.drafts import CreateCase
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.operations.overview import (
    DropView,
    ExportCases,
    GetOverview,
    ListViews,
    MarkCaseSeen,
    SaveView,
)
from services.cases.contract.operations.reading import ListCases
from services.cases.contract.types.overview import CaseFilters
from services.cases.store import overview as store
from services.cases.store import saved_views
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    CASEWORKER,
    COLLEAGUE,
    ELSEWHERE,
    FIRM,
    OTHER_STAFF,
    STRANGER,
)
from tests.storage.cases.statements import counted


def test_the_first_page_counts_whose_turn_it_is_and_shows_the_next_deadline(desk: Desk) -> None:
    asked = desk.asked("Mangler kart")
    desk.submitted()
    desk.ask(CreateCase(type="RORM"), FIRM)
    desk.submitted("FORH", actor=STRANGER)
    seen = desk.ask(GetOverview(), FIRM)
    assert (seen.ours, seen.theirs, seen.drafts) == (1, 1, 1)
    assert [row.case_id for row in seen.next] == [asked.case_id]
    assert desk.ask(GetOverview(), STRANGER).theirs == 1
    assert desk.ask(GetOverview(), ELSEWHERE).theirs == 0


def test_a_count_never_counts_far(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        desk.ask(CreateCase(type="RORM"), FIRM)
    assert desk.ask(GetOverview(), FIRM).drafts == 3
    monkeypatch.setattr(store, "MOST", 2)
    assert desk.ask(GetOverview(), FIRM).drafts == 2


def test_what_the_other_side_does_is_unread_until_one_looks(desk: Desk) -> None:
    case = desk.submitted()
    assert not desk.ask(ListCases(), FIRM).items[0].news, "one's own sending is no news"
    assert desk.ask(ListCases(), CASEWORKER).items[0].news
    desk.ask(MarkCaseSeen(case_id=case.case_id), CASEWORKER)
    assert not desk.ask(ListCases(), CASEWORKER).items[0].news
    desk.later(minutes=1)
    desk.ask(AssignCase(case_id=case.case_id), CASEWORKER)
    assert desk.ask(ListCases(), FIRM).items[0].news
    assert desk.ask(GetOverview(), FIRM).unread == 1
    desk.later(minutes=1)
    desk.ask(MarkCaseSeen(case_id=case.case_id), FIRM)
    assert desk.ask(GetOverview(), FIRM).unread == 0
    assert desk.ask(GetOverview(), COLLEAGUE).unread == 1, "each has their own"
    assert desk.refused(MarkCaseSeen(case_id=case.case_id), STRANGER).code == "CaseNotFound"


def test_the_first_page_is_two_statements_however_many_cases(desk: Desk) -> None:
    desk.asked("Mangler kart")
    with counted() as few:
        desk.ask(GetOverview(), FIRM)
    for _ in range(4):
        desk.asked("Mangler kart")
    with counted() as more:
        assert desk.ask(GetOverview(), FIRM).ours == 5
    assert len(few) == len(more) == 2


def test_a_file_holds_what_the_list_holds_and_no_more(desk: Desk) -> None:
    for _ in range(3):
        desk.submitted()
    desk.submitted("FORH", actor=STRANGER)
    first = desk.ask(ExportCases(limit=2), FIRM)
    assert first.next is not None
    rest = desk.ask(ExportCases(limit=2, cursor=first.next), FIRM)
    listed = [row.case_id for row in desk.ask(ListCases(), FIRM).items]
    assert [row.case_id for row in (*first.items, *rest.items)] == listed
    assert desk.ask(ExportCases(), OTHER_STAFF).items == []


def test_a_saved_view_is_ones_own_and_replaced_by_its_name(desk: Desk) -> None:
    filters = CaseFilters(status=["received"], due="week")
    kept = desk.ask(SaveView(name="Denne uka", filters=filters), FIRM)
    again = desk.ask(SaveView(name="Denne uka", filters=CaseFilters(q="kum")), FIRM)
    assert again.view_id == kept.view_id
    assert [view.filters.q for view in desk.ask(ListViews(), FIRM).items] == ["kum"]
    for other in (COLLEAGUE, ELSEWHERE, CASEWORKER):
        assert desk.ask(ListViews(), other).items == []
        assert desk.refused(DropView(view_id=kept.view_id), other).code == "ViewNotFound"
    desk.ask(DropView(view_id=kept.view_id), FIRM)
    assert desk.ask(ListViews(), FIRM).items == []


def test_there_is_an_end_to_saved_views(desk: Desk) -> None:
    for number in range(saved_views.MOST):
        desk.ask(SaveView(name=f"Utvalg {number}", filters=CaseFilters()), FIRM)
    refusal = desk.refused(SaveView(name="Ett til", filters=CaseFilters()), FIRM)
    assert (refusal.code, refusal.facts) == ("TooManyViews", {"most": saved_views.MOST})
