"""Two firms on one case, then a change of firm; documents and open streams follow (R69)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.journeys.conftest import ENTER, NewFirm
from tests.journeys.live import Live
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import accepted, approve, attach_and_submit, draft, register
from tests.journeys.visitor import Visitor
from tests.support.inputs import INPUTS
from tests.support.waiting import until

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]
BOTH_SAID = [
    {"side": "former", "by": "Ada Rørvik", "how": "email"},
    {"side": "new", "by": "Eva Entreprenør", "how": "phone"},
]


@pytest.fixture
def other_firm(enter: ENTER, staff: Staff, phones: Phones) -> Visitor:
    """The administrator of another rørlegger firm, which nobody had heard of before."""
    firm = NewFirm.made_up()
    visitor = enter()
    register(visitor, firm, phones)
    approve(staff("registrar"), firm)
    visitor.log_in(firm.email, firm.mobile)
    return visitor


def test_a_firm_joins_a_case_and_takes_it_over(
    firm_admin: Visitor, other_firm: Visitor, staff: Staff
) -> None:
    other = other_firm.get("/firm")
    case_id = draft(firm_admin)
    attach_and_submit(firm_admin, case_id)
    where = f"/cases/{case_id}"
    ask = {"orgnr": other["orgnr"], "role": "UTF", "right": "contribute"}
    until(
        lambda: firm_admin.ask("POST", f"{where}/parties", json=ask).is_success,
        what="cases to have heard of the approved firm",
    )
    assert other_firm.refused("GET", where) == (404, "CaseNotFound")
    asked = other_firm.get("/case-invitations")["items"]
    (invitation,) = [each for each in asked if each["case_id"] == case_id]
    other_firm.post(f"/case-invitations/{invitation['party_id']}/accept")
    assert other_firm.get(where)["standing"] == "contribute"
    shared = other_firm.get("/cases", params={"shared": True})["items"]
    assert case_id in [row["case_id"] for row in shared]

    until(lambda: other_firm.ask("GET", f"{where}/documents").is_success, what="the documents")
    photo = INPUTS["grøft med posisjon.jpg"]()
    theirs = until(
        lambda: other_firm.upload(case_id, "grøft.jpg", photo, "ANNET"), what="their own file"
    )
    until(partial(accepted, firm_admin, theirs), what="the inspected file")
    refused = other_firm.refused("POST", f"{where}/actions/withdraw", json={})
    assert refused == (403, "NotYourPart")

    caseworker = staff("caseworker")
    caseworker.act(case_id, "assign")
    move = {"orgnr": other["orgnr"], "reason": "Ny utførende", "confirmations": BOTH_SAID[:1]}
    assert caseworker.refused("POST", f"{where}/transfer", json=move)[1] == "ConfirmationMissing"
    wrong_role = staff("editor").refused("POST", f"{where}/transfer", json=move)
    assert wrong_role[0] == 403
    with Live(firm_admin) as former, Live(other_firm) as new:
        caseworker.post(f"{where}/transfer", {**move, "confirmations": BOTH_SAID})
        until(lambda: former.told_of(case_id), within=5, what="the last word to the former firm")
        heard = former.told_of(case_id)
        until(lambda: other_firm.get(where)["standing"] == "applicant", what="the new firm's case")
        later = other_firm.upload(case_id, "ny.jpg", photo, "ANNET")
        until(partial(accepted, other_firm, later), what="the new file")
        until(lambda: new.told_of(case_id), what="live changes")
        assert former.told_of(case_id) == heard

    assert firm_admin.get(where)["standing"] == "former"
    assert case_id in [row["case_id"] for row in firm_admin.get("/former-cases")["items"]]
    own = until(lambda: only_own(firm_admin, case_id), what="the former firm's own files")
    assert theirs not in own
    for foreign in (theirs, later):
        answer = firm_admin.ask("GET", f"/documents/{foreign}/content")
        assert answer.status_code == 404
    assert firm_admin.ask("GET", f"/documents/{own[0]}/content").status_code == 200
    case = other_firm.post(f"{where}/contact")
    assert case["contact"]["name"]


def only_own(visitor: Visitor, case_id: str) -> list[str]:
    """Documents heard of the transfer when nothing of the utility's is listed any more."""
    listed = visitor.get(f"/cases/{case_id}/documents")["items"]
    if any(document["direction"] != "incoming" for document in listed):
        return []
    return [document["document_id"] for document in listed]
