"""Names and shapes on the wire."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from services.cases.contract.events.decisions import DecisionRecorded
from services.cases.contract.operations.deficiencies import RequestInformation
from services.cases.contract.types.case import CaseView
from services.chassis.messages import FieldError, Refusal, snake_case


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("RequestInformation", "request_information"),
        ("GetMe", "get_me"),
        ("ABCReport", "abc_report"),
    ],
)
def test_a_class_name_becomes_a_wire_name(name: str, wire: str) -> None:
    assert snake_case(name) == wire


def test_a_request_knows_its_service_its_operation_and_its_reply() -> None:
    assert RequestInformation.served_by() == "cases"
    assert RequestInformation.operation() == "request_information"
    assert RequestInformation.reply_type() is CaseView
    assert RequestInformation.mutates


def test_an_event_knows_its_type_and_who_tells_it() -> None:
    assert DecisionRecorded.type_name() == "decision_recorded.v1"
    assert DecisionRecorded.told_by() == "cases"


def test_a_rejected_value_is_not_repeated() -> None:
    with pytest.raises(ValidationError) as caught:
        RequestInformation.model_validate({"case_id": "x", "due_on": "marker-91c2"})
    assert "marker-91c2" not in str(caught.value)


def test_a_refusal_travels_with_code_facts_and_fields() -> None:
    class TooDeep(Refusal):
        """A trench."""

        kind = "invalid"

    refusal = TooDeep(errors=[FieldError(field="depth", code="too_deep")], limit=3)
    assert refusal.on_the_wire() == {
        "code": "TooDeep",
        "kind": "invalid",
        "facts": {"limit": 3},
        "errors": [{"field": "depth", "code": "too_deep", "facts": {}}],
        "retry_after": None,
    }
