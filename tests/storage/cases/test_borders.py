"""Firm borders: every operation that names a case, asked by those it does not belong to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services.cases import operations as all_operations
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.cases.service import CasesService
from services.chassis.messages import Actor, Request
from services.chassis.messages.contracts import declared_in
from services.chassis.transport.specs import OperationSpec, declared
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    CASEWORKER,
    EDITOR,
    ELSEWHERE,
    FIRM,
    OTHER_STAFF,
    STRANGER,
)

SAID: dict[str, Any] = {
    "until": "2030-01-02",
    "case_ids": ["x"],
    "version": 1,
    "values": {},
    "missing": [MissingItem(text="Kart")],
    "due_on": date(2099, 1, 1),
    "answers": [Answer(item_id="x", text="x")],
    "outcome": "approved",
    "text": "Tekst",
    "reason": "Grunn",
    "up_to": 1,
    "orgnr": "312124718",
    "role": "PRO",
    "to": 1,
    "freeze_id": "x",
    "zone": "fordeling",
}
ABOUT_A_CASE = [
    spec
    for spec in declared(CasesService, OperationSpec)
    if "case_id" in spec.request.model_fields and spec.request.model_fields["case_id"].is_required()
]


def _request(kind: type[Request[Any]], case_id: str) -> Request[Any]:
    needed = {n: v for n, v in SAID.items() if n in kind.model_fields}
    return kind(case_id=case_id, **needed)  # type: ignore[call-arg]  # generated


def _strangers(spec: OperationSpec) -> list[Actor]:
    firm = [STRANGER, ELSEWHERE, FIRM.model_copy(update={"roles": frozenset()})]
    staff = [OTHER_STAFF, EDITOR, CASEWORKER.model_copy(update={"utility": ""})]
    return (firm if "firm" in spec.open_to else []) + (staff if "staff" in spec.open_to else [])


@pytest.mark.parametrize("spec", ABOUT_A_CASE, ids=lambda spec: spec.name)
def test_a_foreign_case_is_an_unknown_case(desk: Desk, spec: OperationSpec) -> None:
    case = desk.assigned()
    assert _strangers(spec)
    for stranger in _strangers(spec):
        foreign = desk.refused(_request(spec.request, case.case_id), stranger)
        unknown = desk.refused(_request(spec.request, "unknown"), stranger)
        assert foreign.on_the_wire() == unknown.on_the_wire()
        assert foreign.code == "CaseNotFound"


def test_a_draft_is_unknown_to_staff(desk: Desk) -> None:
    assert desk.refused(GetCase(case_id=desk.draft().case_id), CASEWORKER).code == "CaseNotFound"


def test_every_request_of_the_contract_has_its_operation_exposed() -> None:
    asked = declared_in("services.cases.contract.operations", Request)
    named = {request.operation() for request in asked}
    exposed = {spec.name for spec in declared(CasesService, OperationSpec)}
    assert named == exposed == set(all_operations.__all__)


def test_a_caller_of_neither_portal_sees_no_case(desk: Desk) -> None:
    case = desk.submitted()
    for nobody in (Actor(), Actor.system("documents", FIRM.utility)):
        assert desk.refused(GetCase(case_id=case.case_id), nobody).code == "CaseNotFound"
