"""What each form of a case page sends: the address of the form, the request, how to read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gateway.portals.shared.forms import Posted
from services.cases.contract import operations
from services.cases.contract.types import CaseView
from services.chassis.messages import Request

Read = Callable[[Posted], dict[str, Any]]
MOST_ROWS = 30


def missing_rows(form: Posted) -> list[dict[str, str]]:
    """The items of a deficiency letter as they stand in the form, empty ones too."""
    return [
        {"code": form.text(f"missing.{at}.code", "other"), "text": form.text(f"missing.{at}.text")}
        for at in range(MOST_ROWS)
        if f"missing.{at}.text" in form.data
    ]


def _nothing(_form: Posted) -> dict[str, Any]:
    return {}


def _deficiencies(form: Posted) -> dict[str, Any]:
    return {
        "missing": [row for row in missing_rows(form) if row["text"]],
        "due_on": form.text("due_on") or None,
        "severity": form.text("severity", "minor"),
    }


def _conditions(form: Posted) -> list[str]:
    """One condition a line."""
    lines = (line.strip() for line in form.text("conditions").splitlines())
    return [line for line in lines if line]


def _decision(form: Posted) -> dict[str, Any]:
    return {
        "outcome": form.text("outcome") or None,
        "conditions": _conditions(form),
        "text": form.text("text"),
    }


def _statement(form: Posted) -> dict[str, Any]:
    return {"text": form.text("text"), "conditions": _conditions(form)}


def _reason(form: Posted) -> dict[str, Any]:
    return {"reason": form.text("reason")}


FORMS: dict[str, tuple[type[Request[CaseView]], Read]] = {
    "ta": (operations.AssignCase, _nothing),
    "mangelbrev": (operations.RequestInformation, _deficiencies),
    "godta": (operations.AcceptSupplement, _nothing),
    "foresla": (operations.ProposeDecision, _decision),
    "avvis-forslag": (operations.DeclineProposal, _reason),
    "vedtak": (operations.DecideCase, _decision),
    "uttalelse": (operations.AnswerStatement, _statement),
}
