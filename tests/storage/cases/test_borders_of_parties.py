"""Each operation about a case, tried by a firm that was asked, left, or lost the case."""

from __future__ import annotations

import pytest
from sqlalchemy import ColumnElement

from services.cases.contract.operations.parties import EndParty, TransferCase
from services.cases.contract.operations.reading import GetCase, ListCases
from services.cases.model import Case
from services.cases.store import access, cases
from services.chassis.messages import Actor
from services.chassis.transport.specs import OperationSpec
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import CASEWORKER, FIRM, STRANGER
from tests.storage.cases.test_borders import ABOUT_A_CASE, _request
from tests.storage.cases.test_parties import PRO, invited, joined, know
from tests.storage.cases.test_transfers import BOTH_SAID

A_FIRMS = [spec for spec in ABOUT_A_CASE if "firm" in spec.open_to]
SEES_WHAT_IT_SAW = {"get_case", "get_timeline"}
"""What a firm that lost a case is shown as it was; nothing else is open to it."""


@pytest.mark.parametrize("spec", A_FIRMS, ids=lambda spec: spec.name)
def test_asked_left_and_lost_are_outside(desk: Desk, spec: OperationSpec) -> None:
    asked, left, lost = (desk.assigned() for _ in range(3))
    know(desk)
    invited(desk, asked)
    desk.ask(EndParty(party_id=joined(desk, left, "contribute")), FIRM)
    transfer = TransferCase(
        case_id=lost.case_id, orgnr=PRO.firm_orgnr, reason="Byttet", confirmations=BOTH_SAID
    )
    desk.ask(transfer, CASEWORKER)
    for case, outsider in ((asked, PRO), (left, PRO), (lost, FIRM)):
        if outsider is FIRM and spec.name in SEES_WHAT_IT_SAW:
            desk.ask(_request(spec.request, case.case_id), outsider)
            continue
        refusal = desk.refused(_request(spec.request, case.case_id), outsider)
        assert refusal.code == "CaseNotFound", outsider.firm_name


def test_without_the_predicate_a_stranger_reads(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = desk.assigned()
    assert desk.refused(GetCase(case_id=case.case_id), STRANGER).code == "CaseNotFound"
    assert desk.ask(ListCases(), STRANGER).items == []

    def open_door(actor: Actor) -> ColumnElement[bool]:
        return Case.utility == actor.utility

    monkeypatch.setattr(cases, "visible", open_door)
    monkeypatch.setattr(access, "standing", lambda _actor, _case: "read")
    assert desk.look(case, STRANGER).number == case.number
