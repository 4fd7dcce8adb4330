"""Answering a deficiency letter (mangelbrev): a text or a file for each item, some or all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import Request, Response

from gateway.api.patience import patiently
from gateway.portals.contractor.pages.case import case_page
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import contractor_pages
from gateway.portals.shared.uploads import take_in
from gateway.problem import Problem
from gateway.session import Caller, Contractor
from services.cases.contract.errors import EmptyAnswer
from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import ItemView
from services.chassis.messages import FieldError

router = contractor_pages()
KIND = "ANNET"
"""The kind of a file sent with an answer; the item says what it is."""


@router.post("/saker/{case_id}/svar")
async def answer_items(request: Request, caller: Contractor, case_id: str) -> Response:
    """Items left empty stay open, and the ball with the firm."""
    form = await posted(request)
    caller = keyed(caller, form)
    case = await caller.call(GetCase(case_id=case_id))
    answers: list[dict[str, Any]] = []
    try:
        for item in _asked(case):
            if answer := await _answer(request, caller, case, form, item):
                answers.append(answer)
        if not answers:
            raise EmptyAnswer(errors=_at_first(case))
        asked = built(SupplementCase, {"case_id": case_id, "answers": answers})
        await patiently(caller, asked, "DocumentNotReady")
    except FAILURES as failure:
        problem = _by_item(problem_for(caller, failure), answers)
        return await _not_sent(request, caller, case_id, problem, form)
    return go(f"/saker/{case_id}#status")


def _asked(case: CaseView) -> list[ItemView]:
    """Those somebody may have had before them when the page was opened."""
    return [item for letter in case.deficiencies for item in letter.items]


def _at_first(case: CaseView) -> list[FieldError]:
    """Where to begin when nothing was answered."""
    open_items = [item for item in _asked(case) if item.state == "open"]
    return [
        FieldError(field=f"answers.{item.item_id}.text", code="required") for item in open_items[:1]
    ]


def _by_item(problem: Problem, answers: list[dict[str, Any]]) -> Problem:
    """The page's fields are named by the item, the contract's by their place."""
    errors = []
    for error in problem.errors:
        start, _, rest = error.field.partition(".")
        at, _, part = rest.partition(".")
        known = start == "answers" and at.isdigit() and int(at) < len(answers)
        named = f"answers.{answers[int(at)]['item_id']}.{part}" if known else error.field
        errors.append(replace(error, field=named))
    return replace(problem, errors=errors)


async def _not_sent(
    request: Request, caller: Caller, case_id: str, problem: Problem, form: Posted
) -> Response:
    """The case as it is by now, with all that was written.

    When the letter needs no more answers its form is gone, and the words stand in the one that
    sends something beside it.
    """
    case = await caller.call(GetCase(case_id=case_id))
    typed = form.typed()
    if case.status == "information_requested":
        return await case_page(request, caller, case, problem, typed)
    written = (form.text(f"answers.{item.item_id}.text") for item in _asked(case))
    beside = {"text": "\n\n".join(words for words in written if words)}
    return await case_page(
        request, caller, case, replace(problem, errors=[]), beside, tried="ettersend"
    )


async def _answer(
    request: Request, caller: Caller, case: CaseView, form: Posted, item: ItemView
) -> dict[str, Any] | None:
    name = f"answers.{item.item_id}"
    documents = form.all(f"{name}.documents")
    for at, file in enumerate(form.files(f"{name}.files")):
        own = replace(caller, key=f"{caller.key}.{item.number}.{at}")
        taken = await take_in(
            request, own, file, case_id=case.case_id, kind=KIND, answers=item.item_id
        )
        documents.append(taken.document_id)
    text, value = form.text(f"{name}.text"), form.text(f"{name}.value") or None
    if not text and not documents and value is None:
        return None
    return {
        "item_id": item.item_id,
        "text": text,
        "document_ids": documents,
        "value": value,
        "again": form.text(f"{name}.again") == "yes",
    }


@router.post("/saker/{case_id}/ettersend")
async def send_more(request: Request, caller: Contractor, case_id: str) -> Response:
    """Something of the firm's own accord: words, files or both."""
    form = await posted(request)
    caller = keyed(caller, form)
    case = await caller.call(GetCase(case_id=case_id))
    try:
        documents = []
        for at, file in enumerate(form.files("files")):
            own = replace(caller, key=f"{caller.key}.{at}")
            taken = await take_in(request, own, file, case_id=case_id, kind=KIND)
            documents.append(taken.document_id)
        said = {"case_id": case_id, "text": form.text("text"), "document_ids": documents}
        await patiently(caller, built(SupplementCase, said), "DocumentNotReady")
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await case_page(request, caller, case, problem, form.typed(), tried="ettersend")
    return go(f"/saker/{case_id}#status")
