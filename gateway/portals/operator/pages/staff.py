"""Ansatte: the utility's own people, for its administrators."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any, get_args

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.portals.shared.user_moves import move_on_staff
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.session import Caller, operator
from services.identity.contract.operations.invitations import (
    InviteStaff,
    ListInvitations,
    ResendInvitation,
    WithdrawInvitation,
)
from services.identity.contract.operations.staff import (
    ConfirmStaffPhoneRelease,
    ListStaff,
    ListStaffPhoneReleases,
)
from services.identity.contract.types.words import StaffRole

router = operator_pages()
Administrator = Annotated[Caller, operator("administrator")]
ANSWERS = {"send": ResendInvitation, "trekk": WithdrawInvitation}
ROLES = get_args(StaffRole)


@router.get("/ansatte")
async def show_staff(
    request: Request,
    caller: Administrator,
    q: Annotated[str, Query(max_length=100)] = "",
    cursor: Annotated[str, Query(max_length=500)] = "",
    invitert: Annotated[str, Query(max_length=1)] = "",
) -> Response:
    """Everybody by name, lost phones that wait for a second person, and who is invited."""
    return await _staff(request, caller, q, cursor, invited=bool(invitert))


@router.post("/ansatte/inviter")
async def invite(request: Request, caller: Administrator) -> Response:
    """A link goes to the address."""
    form = await posted(request)
    values = {
        "email": form.text("email"),
        "roles": form.all("roles"),
        "language": form.text("language", "nb"),
    }
    try:
        await keyed(caller, form).call(built(InviteStaff, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _staff(request, caller, problem=problem, typed=form.typed())
    return go("/ansatte?invitert=1#invitasjoner")


@router.post("/ansatte/invitasjoner/{invitation_id}/{what}")
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
        return await _staff(request, caller, problem=problem_for(caller, failure))
    return go("/ansatte#invitasjoner")


@router.post("/ansatte/mobiler/{release_id}/bekreft")
async def confirm(request: Request, caller: Administrator, release_id: str) -> Response:
    """The second person of two."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(ConfirmStaffPhoneRelease(release_id=release_id))
    except FAILURES as failure:
        return await _staff(request, caller, problem=problem_for(caller, failure))
    return go("/ansatte#mobiler")


@router.get("/ansatte/{person_id}")
async def show_member(request: Request, caller: Administrator, person_id: str) -> Response:
    """One person: roles, state, and what can be done."""
    return await _member(request, caller, person_id)


@router.post("/ansatte/{person_id}/{what}")
async def change_member(
    request: Request, caller: Administrator, person_id: str, what: str
) -> Response:
    """Roles, lock, unlock, remove, lost phone."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(move_on_staff(what, person_id, form))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _member(request, caller, person_id, problem, form.typed())
    after = {"fjern": "/ansatte", "mobil": "/ansatte#mobiler"}
    return go(after.get(what, f"/ansatte/{person_id}?gjort=1"))


async def _staff(
    request: Request,
    caller: Caller,
    q: str = "",
    cursor: str = "",
    *,
    problem: Problem | None = None,
    **values: Any,
) -> Response:
    found, invitations, releases = await asyncio.gather(
        caller.call(ListStaff(q=q, cursor=cursor)),
        caller.call(ListInvitations()),
        caller.call(ListStaffPhoneReleases()),
    )
    return await page(
        request,
        caller,
        "operator/staff.html",
        status=problem.status if problem else 200,
        problem=problem,
        q=q,
        found=found,
        invitations=invitations.items,
        releases=releases.items,
        roles=ROLES,
        **{"invited": False, "typed": None, **values},
    )


async def _member(
    request: Request,
    caller: Caller,
    person_id: str,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    found = (await caller.call(ListStaff(person_id=person_id))).items
    if not found:
        raise PageNotFound
    return await page(
        request,
        caller,
        "operator/member.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        user=found[0],
        done="gjort" in request.query_params,
        at=f"/ansatte/{person_id}",
        roles=ROLES,
    )
