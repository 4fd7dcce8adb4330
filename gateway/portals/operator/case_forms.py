"""What each form of a case page sends: the address of the form, the request, how to read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gateway.portals.shared.forms import Posted
from services.cases.contract.operations import appeals, decisions, deficiencies, endings, handling
from services.cases.contract.types.case import CaseView
from services.chassis.messages import Request

Read = Callable[[Posted], dict[str, Any]]
MOST_ROWS = 30


def missing_rows(form: Posted) -> list[dict[str, str]]:
    """The items of a deficiency letter as they stand in the form, empty ones too."""
    return [
        {
            "code": form.text(f"missing.{at}.code", "other"),
            "reason": form.text(f"missing.{at}.reason", "other"),
            "target": form.text(f"missing.{at}.target"),
            "text": form.text(f"missing.{at}.text"),
        }
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


def _extension(form: Posted) -> dict[str, Any]:
    return {"until": form.text("until") or None, "reason": form.text("reason")}


ALTERNATIVES: dict[tuple[str, str], type[Request[CaseView]]] = {
    ("mangelbrev", "prepare"): deficiencies.PrepareLetter,
}
"""What another button of the same form asks for."""

FORMS: dict[str, tuple[type[Request[CaseView]], Read]] = {
    "ta": (handling.AssignCase, _nothing),
    "mangelbrev": (deficiencies.RequestInformation, _deficiencies),
    "godta": (deficiencies.AcceptSupplement, _nothing),
    "foresla": (decisions.ProposeDecision, _decision),
    "avvis-forslag": (decisions.DeclineProposal, _reason),
    "vedtak": (decisions.DecideCase, _decision),
    "uttalelse": (decisions.AnswerStatement, _statement),
    "forleng": (endings.ExtendCase, _extension),
    "avslutt": (endings.CloseCase, _reason),
    "avslutt-ubesvart": (deficiencies.CloseUnanswered, _reason),
    "apne-igjen": (endings.ReopenCase, _reason),
    "behandle-klage": (appeals.AdmitAppeal, _reason),
    "avvis-klage": (appeals.RejectAppeal, _reason),
    "klageinstans": (appeals.SendOnAppeal, _reason),
    "opphev": (appeals.OverturnDecision, _reason),
    "stadfest": (appeals.UpholdDecision, _reason),
}
