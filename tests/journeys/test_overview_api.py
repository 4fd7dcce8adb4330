"""A firm's overview over HTTP: filters, search, saved views, the list as a file, what is new."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from services.chassis.ids import new_id
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]


def test_a_firm_finds_its_cases_again_and_nobody_elses(
    firm_admin: Visitor, other_firm: Visitor, staff: Staff
) -> None:
    mark = f"Merke{new_id()[-8:]}"
    case = firm_admin.post("/cases", {"type": "RORM", "title": mark})
    for q in (mark, mark.lower(), mark[:9]):
        found = firm_admin.get("/cases", params={"q": q, "status": "draft", "sort": "-updated"})
        assert [row["case_id"] for row in found["items"]] == [case["case_id"]], q
        for stranger in (other_firm, staff("caseworker")):
            assert stranger.get("/cases", params={"q": q})["items"] == []
    assert firm_admin.get("/overview")["drafts"] >= 1
    assert firm_admin.refused("GET", "/cases", params={"due": "soon"}) == (422, "InvalidRequest")

    file = firm_admin.ask("GET", "/cases.csv", params={"q": mark})
    assert file.content.startswith(b"\xef\xbb\xbf")
    lines = file.content.decode("utf-8-sig").strip().split("\r\n")
    assert len(lines) == 2
    assert f";{mark};" in lines[1]
    assert mark.encode() not in other_firm.ask("GET", "/cases.csv").content


def test_a_saved_view_is_found_again_and_is_ones_own(
    firm_admin: Visitor, other_firm: Visitor
) -> None:
    name = f"Utkast {new_id()[-6:]}"
    filters = {"status": ["draft"], "sort": "due"}
    kept = firm_admin.post("/saved-views", {"name": name, "filters": filters})
    assert name in [view["name"] for view in firm_admin.get("/saved-views")["items"]]
    address = f"/saved-views/{kept['view_id']}"
    assert other_firm.refused("DELETE", address) == (404, "ViewNotFound")
    firm_admin.did("DELETE", address)
    assert firm_admin.refused("DELETE", address) == (404, "ViewNotFound")


def test_looking_at_a_case_needs_the_right_to_see_it(
    firm_admin: Visitor, other_firm: Visitor
) -> None:
    case = firm_admin.post("/cases", {"type": "RORM"})
    firm_admin.post(f"/cases/{case['case_id']}/seen")
    seen = f"/cases/{case['case_id']}/seen"
    assert other_firm.refused("POST", seen, json={}) == (404, "CaseNotFound")
