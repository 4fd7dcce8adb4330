"""Saving a step so that nothing right is lost because something beside it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gateway.portals.shared.forms import problem_for
from gateway.problem import Problem
from gateway.rpc import RemoteRefusal
from gateway.session import Caller
from services.cases.contract.operations.drafts import SaveForm
from services.cases.contract.types.case import CaseView


@dataclass(frozen=True)
class Saved:
    """The draft after saving; `problem` names the fields that were left out."""

    case: CaseView
    problem: Problem | None = None


async def save_what_fits(
    caller: Caller, case: CaseView, version: int, values: dict[str, Any]
) -> Saved:
    """Save all fields, or all but those of the wrong type. Refuses StaleVersion, ActionNotOpen."""
    try:
        return Saved(await _save(caller, case, version, values, "all"))
    except RemoteRefusal as refusal:
        if refusal.code != "InvalidForm" or not refusal.errors:
            raise
        wrong = {error.field.partition(".")[0] for error in refusal.errors}
        fitting = {name: value for name, value in values.items() if name not in wrong}
        problem = problem_for(caller, refusal)
    if not fitting:
        return Saved(case, problem)
    return Saved(await _save(caller, case, version, fitting, "fitting"), problem)


async def _save(
    caller: Caller, case: CaseView, version: int, values: dict[str, Any], step: str
) -> CaseView:
    return await caller.call(
        SaveForm(case_id=case.case_id, version=version, values=values), step=step
    )
