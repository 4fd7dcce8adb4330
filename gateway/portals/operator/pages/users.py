"""Brukere: people of every firm at the utility, for its administrators and registrars."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.portals.shared.user_moves import move_in_firm
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.session import Caller, operator
from services.identity.contract.operations.firms import GetFirm
from services.identity.contract.operations.invitations import (
    InviteUser,
    ListInvitations,
    ResendInvitation,
    WithdrawInvitation,
)
from services.identity.contract.operations.users import ListUsers

router = operator_pages()
Reader = Annotated[Caller, operator("administrator", "firm_registrar", "auditor")]
Administrator = Annotated[Caller, operator("administrator", "firm_registrar")]
ANSWERS = {"send": ResendInvitation, "trekk": WithdrawInvitation}


@router.get("/brukere")
async def show_users(
    request: Request,
    caller: Reader,
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: Annotated[str, Query(max_length=500)] = "",
) -> Response:
    """Everybody of every firm, by name."""
    found = await caller.call(ListUsers(q=q, cursor=cursor))
    return await page(request, caller, "operator/users.html", q=q, found=found)


@router.get("/brukere/{firm_id}")
async def show_firms_users(
    request: Request,
    caller: Administrator,
    firm_id: str,
    invitert: Annotated[str, Query(max_length=1)] = "",
) -> Response:
    """Those of one firm, and who is invited to it."""
    return await _firm(request, caller, firm_id, invited=bool(invitert))


@router.post("/brukere/{firm_id}/inviter")
async def invite(request: Request, caller: Administrator, firm_id: str) -> Response:
    """A link goes to the address."""
    form = await posted(request)
    values = {
        "email": form.text("email"),
        "roles": form.all("roles"),
        "language": form.text("language", "nb"),
        "firm_id": firm_id,
    }
    try:
        await keyed(caller, form).call(built(InviteUser, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _firm(request, caller, firm_id, problem=problem, typed=form.typed())
    return go(f"/brukere/{firm_id}?invitert=1#invitasjoner")


@router.post("/brukere/{firm_id}/invitasjoner/{invitation_id}/{what}")
async def answer_for_invitation(
    request: Request, caller: Administrator, firm_id: str, invitation_id: str, what: str
) -> Response:
    """Sent again, or taken back."""
    form = await posted(request)
    if what not in ANSWERS:
        raise PageNotFound
    try:
        await keyed(caller, form).call(ANSWERS[what](invitation_id=invitation_id))
    except FAILURES as failure:
        return await _firm(request, caller, firm_id, problem=problem_for(caller, failure))
    return go(f"/brukere/{firm_id}#invitasjoner")


@router.get("/brukere/{firm_id}/{person_id}")
async def show_user(request: Request, caller: Reader, firm_id: str, person_id: str) -> Response:
    """One person in one firm."""
    return await _user(request, caller, firm_id, person_id)


@router.post("/brukere/{firm_id}/{person_id}/{what}")
async def change_user(
    request: Request, caller: Administrator, firm_id: str, person_id: str, what: str
) -> Response:
    """Roles, lock, unlock, remove, lost phone."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(move_in_firm(what, person_id, firm_id, form))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _user(request, caller, firm_id, person_id, problem=problem, typed=form.typed())
    return go("/brukere" if what == "fjern" else f"/brukere/{firm_id}/{person_id}?gjort=1")


async def _firm(
    request: Request, caller: Caller, firm_id: str, *, problem: Problem | None = None, **values: Any
) -> Response:
    firm = await caller.call(GetFirm(firm_id=firm_id))
    found = await caller.call(ListUsers(firm_id=firm_id, limit=100))
    invitations = await caller.call(ListInvitations(firm_id=firm_id))
    return await page(
        request,
        caller,
        "operator/firm_users.html",
        status=problem.status if problem else 200,
        problem=problem,
        firm=firm,
        found=found,
        invitations=invitations.items,
        **{"invited": False, "typed": None, **values},
    )


async def _user(
    request: Request,
    caller: Caller,
    firm_id: str,
    person_id: str,
    *,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    found = (await caller.call(ListUsers(firm_id=firm_id, person_id=person_id))).items
    if not found:
        raise PageNotFound
    return await page(
        request,
        caller,
        "operator/user.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        user=found[0],
        done="gjort" in request.query_params,
        at=f"/brukere/{firm_id}/{person_id}",
    )
