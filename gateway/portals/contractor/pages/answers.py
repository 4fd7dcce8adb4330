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
from gateway.session import Caller, Contractor
from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import ItemView
from services.chassis.messages import FieldError, InvalidRequest

router = contractor_pages()
KIND = "ANNET"
"""The kind of a file sent with an answer; the item says what it is."""


@router.post("/saker/{case_id}/svar")
async def answer_items(request: Request, caller: Contractor, case_id: str) -> Response:
    """Items left empty stay open, and the ball with the firm."""
    form = await posted(request)
    caller = keyed(caller, form)
    case = await caller.call(GetCase(case_id=case_id))
    try:
        answers = [
            answer
            for item in _open(case)
            if (answer := await _answer(request, caller, case, form, item))
        ]
        if not answers:
            raise InvalidRequest(errors=[FieldError(field="answers", code="required")])
        asked = built(SupplementCase, {"case_id": case_id, "answers": answers})
        await patiently(caller, asked, "DocumentNotReady")
    except FAILURES as failure:
        return await case_page(request, caller, case, problem_for(caller, failure), form.typed())
    return go(f"/saker/{case_id}#status")


def _open(case: CaseView) -> list[ItemView]:
    return [
        item
        for letter in case.deficiencies
        for item in letter.items
        if item.state == "open" or (item.state == "answered" and not letter.closed_at)
    ]


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
    return {"item_id": item.item_id, "text": text, "document_ids": documents, "value": value}


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
