"""Two wrote in the same fields: whose answer stays is chosen field by field."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response

from gateway.portals.contractor.step_page import Place, documents_by_id
from gateway.portals.shared.form_answers import AnsweredStep, answered
from gateway.portals.shared.forms import Posted
from gateway.portals.shared.page import page
from gateway.session import Caller
from services.cases.contract.types.drafts import FieldConflict
from services.documents.contract.types import DocumentView

SETTLE = "settle"
CONFLICT = 409


@dataclass(frozen=True)
class Choice:
    """A field with both answers as people read them, and one's own as it goes on."""

    field: str
    mine: AnsweredStep
    theirs: AnsweredStep
    conflict: FieldConflict

    @property
    def kept(self) -> str:
        """One's own answer, carried in the form until it is settled."""
        return json.dumps(self.conflict.mine, ensure_ascii=False)


async def conflict_page(
    request: Request, caller: Caller, here: Place, conflicts: Iterable[FieldConflict]
) -> Response:
    """Both answers side by side; nothing one has typed is gone."""
    documents = await documents_by_id(caller, here.case.case_id)
    return await page(
        request,
        caller,
        "contractor/conflicts.html",
        status=CONFLICT,
        case=here.case,
        type=here.type,
        step=here.step,
        choices=[_choice(here, conflict, documents) for conflict in conflicts],
    )


def settled(form: Posted) -> dict[str, Any]:
    """One's own answers that were chosen; the others stay as they are saved."""
    names = [name.removeprefix("keep.") for name in form.names() if name.startswith("keep.")]
    mine = [name for name in names if form.text(f"keep.{name}") == "mine"]
    return {name: _read(form.text(f"mine.{name}")) for name in mine}


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _choice(here: Place, conflict: FieldConflict, documents: dict[str, DocumentView]) -> Choice:
    def shown(value: Any) -> AnsweredStep:
        steps = answered(here.type, {conflict.field: value}, documents)
        return next((step for step in steps if step.answers), steps[0])

    return Choice(conflict.field, shown(conflict.mine), shown(conflict.theirs), conflict)
