"""What cases keeps of one person, taken out by that person; and the trail, for its readers."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from services.cases.contract.operations.dialogue import ReadMessages, SendMessage
from services.cases.contract.operations.overview import MarkCaseSeen, SaveView
from services.cases.contract.operations.privacy import ExportMine, ListDeeds, ListTrail
from services.cases.contract.types.case import CaseView
from services.cases.store.chain_names import names, of_sent_cases
from services.chassis.db import own_data, trail
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, InvalidRequest
from services.chassis.messages.own_data import OwnEntry
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    ADMINISTRATOR,
    BERGEN,
    CASEWORKER,
    COLLEAGUE,
    EDITOR,
    ELSEWHERE,
    FIRM,
    STRANGER,
    SYSTEM,
)

AUDITOR = CASEWORKER.model_copy(update={"user_id": "rita", "roles": frozenset({"auditor"})})


def taken_out(desk: Desk, actor: Actor, limit: int = 200) -> list[OwnEntry]:
    """Every page."""
    entries, cursor = [], ""
    while True:
        page = desk.ask(ExportMine(cursor=cursor, limit=limit), actor)
        entries += page.items
        if page.next is None:
            return entries
        cursor = page.next


def kinds(entries: list[OwnEntry]) -> list[str]:
    return list(dict.fromkeys(entry.what for entry in entries))


def first(entries: list[OwnEntry], what: str) -> dict[str, Any]:
    return next(entry.details for entry in entries if entry.what == what)


@pytest.fixture
def case(desk: Desk) -> CaseView:
    """Nora's case, with a message each way, read; and what she has set up."""
    case = desk.assigned()
    desk.ask(SendMessage(case_id=case.case_id, text="Vi graver torsdag"), FIRM)
    desk.ask(SendMessage(case_id=case.case_id, text="Fint, si fra"), CASEWORKER)
    desk.ask(ReadMessages(case_id=case.case_id, up_to=2), FIRM)
    desk.ask(MarkCaseSeen(case_id=case.case_id), FIRM)
    desk.ask(SaveView(name="Mine i nord", filters={"status": ["received"]}), FIRM)
    desk.draft()
    return case


def test_a_person_takes_out_what_they_wrote_sent_read_and_set_up(
    desk: Desk, case: CaseView
) -> None:
    entries = taken_out(desk, FIRM)
    assert kinds(entries) == [
        "case",
        "message",
        "reading",
        "submission",
        "draft_save",
        "case_seen",
        "saved_view",
        "deed",
    ]
    assert first(entries, "message")["text"] == "Vi graver torsdag"
    assert first(entries, "saved_view")["name"] == "Mine i nord"
    assert first(entries, "submission")["form"]
    number = desk.look(case).number
    assert {entry.about for entry in entries if entry.what == "message"} == {number}
    did = [entry.details["tag"] for entry in entries if entry.what == "deed"]
    assert {"case_created.v1", "case_submitted.v1", "message_sent.v1"} <= set(did)
    assert "case_assigned.v1" not in did
    assert "Fint, si fra" not in repr(entries)


def test_pages_of_one_tell_the_same_as_one_page_of_all(desk: Desk, case: CaseView) -> None:
    whole = taken_out(desk, FIRM)
    assert taken_out(desk, FIRM, limit=1) == whole
    assert taken_out(desk, FIRM, limit=3) == whole


def test_a_heavy_page_ends_early_and_loses_nothing(
    desk: Desk, case: CaseView, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = taken_out(desk, FIRM)
    monkeypatch.setattr(own_data, "MOST_BYTES", 50)
    assert 0 < len(desk.ask(ExportMine(limit=200), FIRM).items) < len(whole)
    assert taken_out(desk, FIRM) == whole


def test_nobody_else_is_in_it(desk: Desk, case: CaseView) -> None:
    for other in (COLLEAGUE, STRANGER, ELSEWHERE):
        assert taken_out(desk, other) == []
    staff = taken_out(desk, CASEWORKER)
    assert first(staff, "message")["text"] == "Fint, si fra"
    assert first(staff, "case")["part"] == "caseworker"
    assert "Vi graver torsdag" not in repr(staff)


def test_one_portal_does_not_tell_what_the_same_person_did_on_the_other(
    desk: Desk, case: CaseView
) -> None:
    both = FIRM.model_copy(update={"user_id": CASEWORKER.user_id, "name": CASEWORKER.name})
    assert taken_out(desk, both) == []


def test_who_left_the_firm_keeps_their_words_but_not_the_firms_forms(
    desk: Desk, case: CaseView
) -> None:
    left = FIRM.model_copy(update={"firm_id": "sluk", "firm_name": "Sluk AS"})
    entries = taken_out(desk, left)
    assert first(entries, "message")["text"] == "Vi graver torsdag"
    assert first(entries, "submission")["form"] is None
    assert first(entries, "draft_save")["answers"] is None


@pytest.mark.parametrize("cursor", ["x", "WyI5OSIsICIiXQ==", "WyJhIiwgIiJd", "W10="])
def test_a_cursor_of_somebody_elses_making_is_refused(desk: Desk, cursor: str) -> None:
    assert isinstance(desk.refused(ExportMine(cursor=cursor), FIRM), InvalidRequest)


def test_what_one_did_is_listed_newest_first_without_facts(desk: Desk, case: CaseView) -> None:
    page = desk.ask(ListDeeds(limit=2), FIRM)
    rest = desk.ask(ListDeeds(cursor=page.next or "", limit=100), FIRM)
    tags = [entry.tag for entry in [*page.items, *rest.items]]
    assert tags[-1] == "case_created.v1"
    assert "message_sent.v1" in tags
    assert "case_assigned.v1" not in tags
    assert all(entry.facts == {} for entry in [*page.items, *rest.items])
    assert desk.ask(ListDeeds(), STRANGER).items == []


def test_auditor_and_administrator_read_the_trail_of_sent_cases(desk: Desk, case: CaseView) -> None:
    for reader in (AUDITOR, ADMINISTRATOR):
        page = desk.ask(ListTrail(limit=100), reader)
        assert {entry.chain for entry in page.items} == {f"case:{case.case_id}"}
        [chain] = page.chains
        assert (chain.name, chain.state) == (desk.look(case).number, "whole")
        assert chain.length == len(page.items)
    assert desk.refused(ListTrail(), CASEWORKER).code == "RoleMissing"
    assert desk.refused(ListTrail(), EDITOR).code == "RoleMissing"
    elsewhere = AUDITOR.model_copy(update={"utility": "ovingsvann"})
    assert desk.ask(ListTrail(), elsewhere).items == []


def test_without_the_rule_the_utility_would_read_of_drafts(desk: Desk, case: CaseView) -> None:
    """The firm's draft stands in the same trail; only the rule keeps it from the utility."""
    with begin(AUDITOR) as work:
        request = ListTrail(limit=100)
        ruled = trail.page(work.session, BERGEN, request, names, of_sent_cases())
        unruled = trail.page(work.session, BERGEN, request, names)
    assert {entry.chain for entry in ruled.items} == {f"case:{case.case_id}"}
    assert len({entry.chain for entry in unruled.items}) == 2


def test_the_trail_is_narrowed_by_person_what_stream_and_chain(desk: Desk, case: CaseView) -> None:
    def tags(**wanted: Any) -> set[str]:
        request = ListTrail(**wanted, limit=100)
        return {entry.tag for entry in desk.ask(request, AUDITOR).items}

    assert tags(person_id=CASEWORKER.user_id) == {"case_assigned.v1", "message_sent.v1"}
    assert tags(tag="case_assigned") == {"case_assigned.v1"}
    assert tags(chain="case:unknown") == set()
    assert tags(stream="tries") == set()
    assert "case_submitted.v1" in tags(stream="changes", chain=f"case:{case.case_id}")


def test_a_chain_that_was_tampered_with_is_seen_where_it_breaks(desk: Desk, case: CaseView) -> None:
    with begin(SYSTEM) as work:
        work.session.execute(text("SET LOCAL session_replication_role = replica"))
        work.session.execute(
            text("UPDATE audit SET facts = '{}' WHERE chain = :chain AND position = 3"),
            {"chain": f"case:{case.case_id}"},
        )
    [chain] = desk.ask(ListTrail(limit=100), AUDITOR).chains
    assert (chain.state, chain.broken_at) == ("broken", 3)


def test_long_chains_are_checked_when_asked_for_alone(
    desk: Desk, case: CaseView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.chassis.db.trail.MOST_CHECKED", 2)
    [beside] = desk.ask(ListTrail(limit=100), AUDITOR).chains
    [alone] = desk.ask(ListTrail(chain=f"case:{case.case_id}", limit=100), AUDITOR).chains
    assert (beside.state, alone.state) == ("unchecked", "whole")
