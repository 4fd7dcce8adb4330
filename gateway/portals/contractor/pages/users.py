"""Brukere: the people of one's firm, for its administrators."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.portals.shared.user_moves import move_in_firm
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.session import Caller, Contractor, contractor
from services.identity.contract.operations.invitations import (
    InviteUser,
    ListInvitations,
    ResendInvitation,
    WithdrawInvitation,
)
from services.identity.contract.operations.users import LeaveFirm, ListUsers

router = contractor_pages()
Administrator = Annotated[Caller, contractor("firm_admin")]
ANSWERS = {"send": ResendInvitation, "trekk": WithdrawInvitation}


@router.get("/brukere")
async def show_users(
    request: Request,
    caller: Administrator,
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: Annotated[str, Query(max_length=500)] = "",
    invitert: Annotated[str, Query(max_length=1)] = "",
) -> Response:
    """Everybody by name, and who is invited."""
    return await _users(request, caller, q, cursor, invited=bool(invitert))


@router.post("/brukere/inviter")
async def invite(request: Request, caller: Administrator) -> Response:
    """A link goes to the address; the page says the same whoever has it."""
    form = await posted(request)
    values = {
        "email": form.text("email"),
        "roles": form.all("roles"),
        "language": form.text("language", "nb"),
    }
    try:
        await keyed(caller, form).call(built(InviteUser, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _users(request, caller, problem=problem, typed=form.typed())
    return go("/brukere?invitert=1#invitasjoner")


@router.post("/brukere/invitasjoner/{invitation_id}/{what}")
async def answer_for_invitation(
    request: Request, caller: Administrator, invitation_id: str, what: str
) -> Response:
    """Sent again, or taken back."""
    form = await posted(request)
    if what not in ANSWERS:
        raise PageNotFound
    try:
        await keyed(caller, form).call(ANSWERS[what](invitation_id=invitation_id))
    except FAILURES as failure:
        return await _users(request, caller, problem=problem_for(caller, failure))
    return go("/brukere#invitasjoner")


@router.get("/brukere/{person_id}")
async def show_user(request: Request, caller: Administrator, person_id: str) -> Response:
    """One person: roles, state, and what can be done."""
    return await _user(request, caller, person_id)


@router.post("/brukere/{person_id}/{what}")
async def change_user(
    request: Request, caller: Administrator, person_id: str, what: str
) -> Response:
    """Roles, lock, unlock, remove, lost phone."""
    form = await posted(request)
    try:
        asked = move_in_firm(what, person_id, caller.actor.firm_id, form)
        await keyed(caller, form).call(asked)
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _user(request, caller, person_id, problem=problem, typed=form.typed())
    return go("/brukere" if what == "fjern" else f"/brukere/{person_id}?gjort=1")


@router.post("/min-side/forlat-foretak")
async def leave(request: Request, caller: Contractor) -> Response:
    """Out of the firm one acts for; one's sessions end."""
    await keyed(caller, await posted(request)).call(LeaveFirm())
    return go("/logg-inn")


async def _users(
    request: Request,
    caller: Caller,
    q: str = "",
    cursor: str = "",
    *,
    problem: Problem | None = None,
    **values: Any,
) -> Response:
    found, invitations = await asyncio.gather(
        caller.call(ListUsers(q=q, cursor=cursor)), caller.call(ListInvitations())
    )
    return await page(
        request,
        caller,
        "contractor/users.html",
        status=problem.status if problem else 200,
        problem=problem,
        q=q,
        found=found,
        invitations=invitations.items,
        **{"invited": False, "typed": None, **values},
    )


async def _user(
    request: Request,
    caller: Caller,
    person_id: str,
    *,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    found = (await caller.call(ListUsers(person_id=person_id))).items
    if not found:
        raise PageNotFound
    return await page(
        request,
        caller,
        "contractor/user.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        user=found[0],
        done="gjort" in request.query_params,
        at=f"/brukere/{person_id}",
    )
