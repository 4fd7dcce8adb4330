"""A firm registers itself: who it is, who administers it, and proof of phone and e-mail."""

from __future__ import annotations

import json
from typing import Annotated, Any, get_args
from urllib.parse import quote

from fastapi import Query, Request, Response

from gateway.portals.contractor.private_person import is_private
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import go, page
from gateway.portals.shared.pages.login import from_cookie
from gateway.portals.shared.routes import contractor_pages
from gateway.problem import Problem
from gateway.session import Caller, Public
from services.identity.contract.operations.firms import LookUpFirm
from services.identity.contract.operations.registration import (
    GetRegistration,
    ProveEmail,
    ProveMobile,
    RegisterFirm,
    ResendRegistrationCode,
)
from services.identity.contract.operations.trades import ListTrades
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.contract.types.users import AccountWarning

router = contractor_pages()
PROGRESS = "registration"
"""How far this browser has come; nothing that is secret."""
_A_DAY = 24 * 3600
_LONGEST_ID = 100
WARNINGS = get_args(AccountWarning)


@router.get("/registrer")
async def show_registration(
    request: Request, caller: Public, sok: Annotated[str, Query(max_length=100)] = ""
) -> Response:
    """The form, with what was searched for already in it."""
    return await _form(request, caller, typed=searched(sok) or None)


@router.post("/registrer")
async def register(request: Request, caller: Public) -> Response:
    """Looks the firm up, or registers it."""
    form = await posted(request)
    if form.text("go") == "lookup":
        return await _looked_up(request, caller, form)
    try:
        values = {**_values(form), "utility": caller.default_utility, "caller": caller.origin}
        receipt = await keyed(caller, form).call(built(RegisterFirm, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _form(request, caller, typed=form.typed(), problem=problem)
    response = go(f"/registrer/{receipt.registration_id}")
    _keep(response, receipt)
    return response


@router.get("/registrer/{registration_id}")
async def show_progress(request: Request, caller: Public, registration_id: str) -> Response:
    """What is proven and what is left."""
    return await _progress(request, caller, registration_id)


@router.post("/registrer/{registration_id}")
async def prove_mobile(request: Request, caller: Public, registration_id: str) -> Response:
    """The code from the SMS, or a new one."""
    form = await posted(request)
    caller = keyed(caller, form)
    try:
        if form.text("go") == "resend":
            await caller.call(
                ResendRegistrationCode(registration_id=registration_id, caller=caller.origin)
            )
            return await _progress(request, caller, registration_id, sent_again=True)
        code = "".join(form.text("code").split())
        receipt = await caller.call(
            built(ProveMobile, {"registration_id": registration_id, "code": code})
        )
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _progress(
            request, caller, registration_id, status=problem.status, problem=problem
        )
    response = go(f"/registrer/{registration_id}")
    _keep(response, receipt)
    return response


@router.get("/registrer/{registration_id}/epost")
async def show_email_proof(
    request: Request,
    caller: Public,
    registration_id: str,
    token: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The link in the e-mail; a button proves it, since mail scanners open links too."""
    return await page(
        request,
        caller,
        "contractor/register_email.html",
        registration_id=registration_id,
        token=token,
    )


@router.post("/registrer/{registration_id}/epost")
async def prove_email(request: Request, caller: Public, registration_id: str) -> Response:
    """The address is proven."""
    form = await posted(request)
    try:
        values = {"registration_id": registration_id, "token": form.text("token")}
        receipt = await keyed(caller, form).call(built(ProveEmail, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await page(
            request,
            caller,
            "contractor/register_email.html",
            status=problem.status,
            problem=problem,
            registration_id=registration_id,
            token=form.text("token"),
        )
    response = go(f"/registrer/{registration_id}")
    _keep(response, receipt)
    return response


def _values(form: Posted) -> dict[str, Any]:
    """The form as the contract wants it; the password as it was typed."""
    return {
        "orgnr": form.text("orgnr"),
        "firm": {
            "name": form.text("firm.name"),
            "municipality": form.text("firm.municipality"),
            "phone": form.text("firm.phone"),
            "emails": {
                "post": form.text("firm.emails.post"),
                "invoice": form.text("firm.emails.invoice") or None,
            },
        },
        "professions": form.all("professions"),
        "admin": {
            "name": form.text("admin.name"),
            "email": form.text("admin.email"),
            "mobile": form.text("admin.mobile"),
            "password": form.data.get("password", ""),
            "language": form.text("admin.language", "nb"),
        },
    }


async def _looked_up(request: Request, caller: Caller, form: Posted) -> Response:
    """Name and municipality from Enhetsregisteret, without scripts."""
    typed = form.typed()
    problem = None
    answer = None
    try:
        asked = built(LookUpFirm, {"orgnr": form.text("orgnr"), "caller": caller.origin})
        answer = await hoped(caller.call(asked))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
    if answer and answer.found:
        typed["firm.name"] = typed.get("firm.name") or answer.name
        typed["firm.municipality"] = typed.get("firm.municipality") or answer.municipality
    return await _form(
        request, caller, typed=typed, problem=problem, registry=answer or "unavailable", status=200
    )


def searched(q: str) -> dict[str, str]:
    """What was looked for and not found, as the field it belongs to."""
    if not q.strip() or is_private(q):
        return {}
    is_number = all(part.isdigit() for part in q.split())
    return {"orgnr" if is_number else "firm.name": q.strip()}


async def _form(
    request: Request,
    caller: Caller,
    *,
    typed: dict[str, Any] | None,
    problem: Problem | None = None,
    registry: RegistryAnswer | str | None = None,
    status: int | None = None,
) -> Response:
    """The form; which professions there are is identity's to say."""
    trades = await caller.call(ListTrades())
    private = is_private(str((typed or {}).get("orgnr", "")))
    if typed and private:
        typed = typed | {"orgnr": ""}
    return await page(
        request,
        caller,
        "contractor/register.html",
        status=status or (problem.status if problem else 200),
        problem=problem,
        typed=typed,
        registry=registry,
        professions=trades.professions,
        private=private,
    )


async def _progress(
    request: Request,
    caller: Caller,
    registration_id: str,
    status: int = 200,
    sent_again: bool = False,
    **values: Any,
) -> Response:
    kept = from_cookie(request, PROGRESS)
    known = kept if kept.get("id") == registration_id else {}
    if len(registration_id) <= _LONGEST_ID:  # the link may have been opened on another device
        asked = GetRegistration(registration_id=registration_id)
        known = known | _as_kept(await hoped(caller.call(asked)))
    return await page(
        request,
        caller,
        "contractor/register_progress.html",
        status=status,
        registration_id=registration_id,
        hint=known.get("hint", ""),
        mobile_proven=known.get("mobile") == "yes",
        email_proven=known.get("email") == "yes",
        warnings=[each for each in known.get("warnings", "").split() if each in WARNINGS],
        sent_again=sent_again,
        **values,
    )


def _as_kept(receipt: RegistrationReceipt | None) -> dict[str, str]:
    """What is known now; a warning that was given stays given."""
    if receipt is None:
        return {}
    return {
        "hint": receipt.hint,
        "mobile": "yes" if receipt.mobile_proven else "no",
        "email": "yes" if receipt.email_proven else "no",
    }


def _keep(response: Response, receipt: RegistrationReceipt) -> None:
    kept = {
        "id": receipt.registration_id,
        "warnings": " ".join(receipt.warnings),
        **_as_kept(receipt),
    }
    response.set_cookie(
        PROGRESS,
        quote(json.dumps(kept)),
        max_age=_A_DAY,
        httponly=True,
        samesite="lax",
        path="/registrer",
    )
