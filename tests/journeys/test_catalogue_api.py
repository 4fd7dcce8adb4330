"""A new case type from an administrator's text to a firm's draft, and the next version of it."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Any

import pytest

from services.chassis import clock
from tests.journeys.conftest import ENTER
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.system, pytest.mark.timeout(180)]


def _code() -> str:
    """Another one each time: a published version stays."""
    number = int(clock.now().timestamp())
    letters = ""
    while number:
        number, at = divmod(number, 26)
        letters += string.ascii_uppercase[at]
    return f"T-{letters}"


def _next(text: str, version: int) -> str:
    """The next version: no wish for a deadline, a rule under its old name."""
    return text.replace("version: 1001", f"version: {version}").replace(
        "name: alternative", "name: instead"
    )


def test_a_type_is_checked_published_drafted_and_renewed(
    enter: ENTER, staff: Callable[[str], Visitor], firm_admin: Visitor
) -> None:
    administrator, caseworker = staff("administrator"), staff("caseworker")
    code = _code()
    taken = administrator.get("/operator/catalogue/DISP")
    text = str(taken["source"]).replace("code: DISP", f"code: {code}")
    text = text.replace(f"version: {taken['next_version']}", "version: 1001")

    assert caseworker.refused("GET", "/operator/catalogue/DISP") == (403, "WrongRole")
    assert caseworker.refused("POST", "/operator/catalogue", json={"source": text}) == (
        403,
        "WrongRole",
    )
    _nonsense_is_refused_by_its_line(administrator, text)

    report = administrator.post("/operator/catalogue/check", {"source": text})
    assert (report["faults"], report["version"], report["drafts"]) == ([], 1001, 0)
    assert report["preview"]["json_schema"]["required"]
    published = administrator.post("/operator/catalogue", {"source": text})
    assert (published["state"], published["own"]) == ("current", True)

    visitor = enter()
    assert visitor.get(f"/catalogue/{code}")["version"] == 1001
    assert code in [item["code"] for item in visitor.get("/catalogue?q=dispensasjon")["items"]]

    draft = firm_admin.post("/cases", {"type": code})
    values = {"rule": "4.2", "alternative": "Noe annet"}
    draft = firm_admin.did(
        "PATCH",
        f"/cases/{draft['case_id']}/form",
        json={"version": draft["version"], "values": values},
    )
    administrator.post("/operator/catalogue", {"source": _next(text, 1002)})
    _draft_is_renewed(firm_admin, draft)


def _nonsense_is_refused_by_its_line(administrator: Visitor, text: str) -> None:
    line = text.splitlines().index("class: application") + 1
    spoilt = text.replace("class: application", "class: nonsense")
    answer = administrator.ask("POST", "/operator/catalogue", json={"source": spoilt})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "CaseTypeInvalid")
    assert problem["facts"]["faults"][0]["line"] == line
    assert problem["errors"] == [
        {"field": "class", "code": "fault_wrong_value", "message": "Verdien passer ikke her."}
    ]


def _draft_is_renewed(firm_admin: Visitor, draft: dict[str, Any]) -> None:
    seen = firm_admin.get(f"/cases/{draft['case_id']}")
    assert seen["newer"]["version"] == 1002
    assert {change["kind"] for change in seen["newer"]["changes"]} == {
        "field_removed",
        "now_required",
    }
    assert seen["newer"]["binding"]
    answer = firm_admin.ask("POST", f"/cases/{draft['case_id']}/actions/submit", json={})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "DraftOutdated")
    assert problem["facts"] == {"version": 1002}
    assert problem["title"].startswith("Skjemaet har fått en ny utgave")
    renewed = firm_admin.post(f"/cases/{draft['case_id']}/form/renew", {"version": seen["version"]})
    assert (renewed["type_version"], renewed["newer"]) == (1002, None)
    assert renewed["values"] == {"rule": "4.2"}


def test_an_old_form_is_found_and_an_unknown_one_is_not(enter: ENTER) -> None:
    visitor = enter(language="nn")
    assert visitor.get("/old-forms/FJB-412")["code"] == "RORM"
    assert visitor.refused("GET", "/old-forms/parkering") == (404, "NoSuchCaseType")
