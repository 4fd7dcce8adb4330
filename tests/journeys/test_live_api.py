"""Live changes reach those they concern, and nobody else; a closed session is closed here too."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import ENTER
from tests.journeys.forms import plumbing_notice
from tests.journeys.live import Live
from tests.journeys.visitor import Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system


def test_a_change_is_seen_by_the_firm_and_by_no_other(
    firm_admin: Visitor, other_firm: Visitor
) -> None:
    with Live(firm_admin) as own, Live(other_firm) as foreign:
        case_id = firm_admin.post("/cases", {"type": "RORM"})["case_id"]
        firm_admin.upload(case_id, "kart.pdf", INPUTS["situasjonsplan.pdf"](), "LEDNINGSKART")
        until(lambda: own.told_of(case_id) >= 2, what="the draft and its file")
        theirs = other_firm.post("/cases", {"type": "FORH"})["case_id"]
        until(lambda: foreign.told_of(theirs), what="the other firm's own draft")
        assert foreign.told_of(case_id) == 0
        assert own.told_of(theirs) == 0


def test_logging_out_elsewhere_ends_the_stream_within_seconds(enter: ENTER) -> None:
    visitor, same = enter(), enter()
    visitor.log_in("montor@rorlegger.example", "+4790000002")
    same.cookies |= visitor.cookies
    with Live(visitor) as live:
        same.did("DELETE", "/sessions/current")
        until(lambda: live.ended, within=5, what="the end of the stream")
        assert live.of("end") == [{"why": "signed_out"}]


def test_a_second_stream_of_a_session_takes_the_place_of_the_first(firm_admin: Visitor) -> None:
    with Live(firm_admin) as first, Live(firm_admin):
        until(lambda: first.ended, within=5, what="the end of the first stream")
        assert first.of("end") == [{"why": "replaced"}]


def test_a_draft_is_its_firms_alone(firm_admin: Visitor, enter: ENTER) -> None:
    caseworker = enter("operator")
    caseworker.log_in("saksbehandler@vann.example", "+4790000011")
    with Live(caseworker) as live:
        case_id = firm_admin.post("/cases", {"type": "RORM"})["case_id"]
        plan = INPUTS["situasjonsplan.pdf"]()
        values = plumbing_notice() | {
            "pipe_map": [firm_admin.upload(case_id, "kart.pdf", plan, "LEDNINGSKART")],
            "sketch": [firm_admin.upload(case_id, "skisse.pdf", plan, "MALSATT_SKISSE")],
        }
        body = {"version": firm_admin.get(f"/cases/{case_id}")["version"], "values": values}
        firm_admin.did("PATCH", f"/cases/{case_id}/form", json=body)
        assert live.told_of(case_id) == 0
        firm_admin.act(case_id, "submit")
        until(lambda: live.told_of(case_id), what="the submitted case")
