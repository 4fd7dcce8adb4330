"""Files that came in the form of a step itself, from browsers without scripts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import Request

from gateway.portals.contractor.step_page import Place
from gateway.portals.shared.forms import Posted, problem_for
from gateway.portals.shared.uploads import take_in
from gateway.problem import FieldProblem, Problem
from gateway.rpc import RemoteRefusal
from gateway.session import Caller

Values = dict[str, Any]


async def take_files(
    request: Request, caller: Caller, here: Place, form: Posted, values: Values
) -> Problem | None:
    """Add the new documents to the values; gives what to say of a refused file."""
    for view in here.step.fields:
        for at, file in enumerate(form.files(f"{view.name}.files")):
            own = replace(caller, key=f"{caller.key}.{view.name}.{at}"[:100])
            try:
                taken = await take_in(request, own, file, case_id=here.case.case_id, kind=view.kind)
            except RemoteRefusal as refusal:
                problem = problem_for(caller, refusal)
                said = f"{problem.title} {problem.detail}".strip()
                return replace(problem, errors=[FieldProblem(view.name, problem.code, said)])
            values[view.name] = [*values[view.name], taken.document_id]
    return None


def drop_file(values: Values, wanted: str) -> None:
    """`drop:field:document` takes a file away."""
    move, _, rest = wanted.partition(":")
    name, _, document_id = rest.partition(":")
    if move == "drop" and isinstance(values.get(name), list):
        values[name] = [each for each in values[name] if each != document_id]


def joined(first: Problem | None, second: Problem | None) -> Problem | None:
    """Both, when there are two."""
    if first and second:
        return replace(first, errors=[*first.errors, *second.errors])
    return first or second
