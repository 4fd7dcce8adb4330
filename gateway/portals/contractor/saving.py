"""Saving a step so that nothing right is lost because something beside it is wrong, or because
somebody else has saved meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from gateway.portals.shared.forms import problem_for
from gateway.problem import Problem
from gateway.rpc import RemoteRefusal
from gateway.session import Caller
from services.cases.contract.operations.drafts import CompareDraft, SaveForm
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.drafts import DraftComparison

Values = dict[str, Any]
ROUNDS = 3
"""How often others may save while one's own answers are held against theirs."""


@dataclass(frozen=True)
class Written:
    """What an open page sends: the answers, the version they were written on, and its own name."""

    case: CaseView
    version: int
    values: Values
    page: str = ""


@dataclass(frozen=True)
class Saved:
    """The draft after saving; `problem` names fields left out, `others` what others wrote."""

    case: CaseView
    problem: Problem | None = None
    others: DraftComparison | None = None

    def unseen(self, values: Values) -> Values:
        """Of what a page sent, what it may show again: not fields that others have changed."""
        theirs = self.others.theirs if self.others else []
        return {name: value for name, value in values.items() if name not in theirs}


async def save_what_fits(caller: Caller, written: Written) -> Saved:
    """Save all fields, or all but those of the wrong type. Refuses StaleVersion, ActionNotOpen."""
    try:
        return Saved(await _save(caller, written, "all"))
    except RemoteRefusal as refusal:
        fitting = without_wrong(refusal, written)
        problem = problem_for(caller, refusal)
    if not fitting.values:
        return Saved(written.case, problem)
    return Saved(await _save(caller, fitting, "fitting"), problem)


async def save_beside_others(caller: Caller, written: Written) -> Saved:
    """The same; what others have saved since stays, and what both changed is told, not decided.

    Refuses ActionNotOpen, and StaleVersion when others save faster than one can compare.
    """
    try:
        return await save_what_fits(caller, written)
    except RemoteRefusal as refusal:
        stale = refusal
    problem = None
    for attempt in range(ROUNDS):
        if stale.code != "StaleVersion":
            break
        others, wrong = await compared(caller, written)
        problem = problem or wrong
        try:
            now = await _take_in(caller, written, others, f"beside{attempt}")
        except RemoteRefusal as refusal:
            stale = refusal
        else:
            return Saved(now, problem, others)
    raise stale


async def compared(caller: Caller, written: Written) -> tuple[DraftComparison, Problem | None]:
    """One's answers against those saved since; those of the wrong type are left out and named."""
    try:
        return await _compare(caller, written), None
    except RemoteRefusal as refusal:
        fitting = without_wrong(refusal, written)
        problem = problem_for(caller, refusal)
    return await _compare(caller, fitting), problem


def without_wrong(refusal: RemoteRefusal, written: Written) -> Written:
    """What a refused form may still keep. Raises the refusal if about another thing."""
    if refusal.code != "InvalidForm" or not refusal.errors:
        raise refusal
    wrong = {error.field.partition(".")[0] for error in refusal.errors}
    fitting = {name: value for name, value in written.values.items() if name not in wrong}
    return replace(written, values=fitting)


async def _take_in(
    caller: Caller, written: Written, others: DraftComparison, step: str
) -> CaseView:
    if not others.mine:
        return await caller.call(GetCase(case_id=written.case.case_id))
    mine = replace(written, version=others.version, values=others.mine)
    return await _save(caller, mine, step)


async def _compare(caller: Caller, written: Written) -> DraftComparison:
    return await caller.call(
        CompareDraft(
            case_id=written.case.case_id,
            version=written.version,
            values=written.values,
            page=written.page,
        )
    )


async def _save(caller: Caller, written: Written, step: str) -> CaseView:
    return await caller.call(
        SaveForm(
            case_id=written.case.case_id,
            version=written.version,
            values=written.values,
            page=written.page,
        ),
        step=step,
    )
