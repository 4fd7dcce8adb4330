"""Firm and caseworker exchange messages on a case over HTTP, pushed live to both (R01)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.live import Live
from tests.journeys.test_main_job_api import attach_and_submit, draft
from tests.journeys.visitor import Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system


def test_firm_and_caseworker_write_to_each_other(
    firm_admin: Visitor, other_firm: Visitor, staff: Callable[[str], Visitor]
) -> None:
    caseworker = staff("caseworker")
    case_id = draft(firm_admin)
    where = f"/cases/{case_id}/messages"
    early = {"text": "Er noen der?"}
    assert firm_admin.refused("POST", where, json=early) == (409, "ActionNotOpen")
    attach_and_submit(firm_admin, case_id)
    caseworker.act(case_id, "assign")

    with Live(firm_admin) as firm_page, Live(caseworker) as desk_page:
        file = firm_admin.upload(case_id, "grøft.jpg", INPUTS["grøft med posisjon.jpg"](), "ANNET")
        asked = {"kind": "question", "text": "Kan vi grave her?", "document_ids": [file]}
        before = desk_page.told_of(case_id)
        question = firm_admin.post(where, asked)
        until(lambda: desk_page.told_of(case_id) > before, within=5, what="the push to the desk")
        assert caseworker.get(f"/cases/{case_id}")["unread"] == 1

        quiet = firm_page.told_of(case_id)
        caseworker.post(where, {"kind": "internal_note", "text": "Spør sonen først."})
        answer = caseworker.post(where, {"kind": "answer", "text": "Ja, fra mandag."})
        until(lambda: firm_page.told_of(case_id) > quiet, within=5, what="the push to the firm")

    seen = firm_admin.get(where)["items"]
    assert [entry["text"] for entry in seen] == ["Kan vi grave her?", "Ja, fra mandag."]
    assert seen[0]["read_by"][0]["side"] == "utility"
    assert seen[0]["document_ids"] == [file]
    assert question["number"] < answer["number"]
    firm_admin.post(f"{where}/read", {"up_to": answer["number"]})
    assert firm_admin.get(f"/cases/{case_id}")["unread"] == 0
    assert len(caseworker.get(where)["items"]) == 3

    for path in (where, f"{where}?limit=1"):
        assert other_firm.refused("GET", path) == (404, "CaseNotFound")
    assert other_firm.refused("POST", where, json=asked) == (404, "CaseNotFound")
    wrong = {"kind": "internal_note", "text": "Hei"}
    assert firm_admin.refused("POST", where, json=wrong)[0] == 422
