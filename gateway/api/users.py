"""Brukeradministrasjonen of a firm: its people, and the invitations it sent."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, Contractor, contractor
from services.identity.contract.operations.invitations import (
    InviteUser,
    ListInvitations,
    ResendInvitation,
    WithdrawInvitation,
)
from services.identity.contract.operations.users import (
    ChangeUserRoles,
    LeaveFirm,
    ListUsers,
    LockUser,
    ReleasePhone,
    RemoveUser,
    UnlockUser,
)
from services.identity.contract.types.invitations import InvitationPage, InvitationRow
from services.identity.contract.types.users import UserPage, UserRow

router = resource("firm: users", *WRITES)
Administrator = Annotated[Caller, contractor("firm_admin")]
_OWN = {"firm_id": lambda c: c.actor.firm_id}


@router.get("/firm/users", summary="People of the firm, by name")
async def list_users(caller: Administrator, request: Annotated[ListUsers, Query()]) -> UserPage:
    return await caller.call(request)


@router.post("/firm/users/{person_id}/roles", summary="Other roles in the firm")
async def change_user_roles(
    caller: Administrator,
    request: Annotated[ChangeUserRoles, from_body(ChangeUserRoles, "person_id", fill=_OWN)],
) -> UserRow:
    return await caller.call(request)


@router.post("/firm/users/{person_id}/lock", summary="Lock somebody out, at once and everywhere")
async def lock_user(caller: Administrator, person_id: PathId) -> UserRow:
    return await caller.call(LockUser(person_id=person_id))


@router.post("/firm/users/{person_id}/unlock", summary="Let them in again")
async def unlock_user(caller: Administrator, person_id: PathId) -> UserRow:
    return await caller.call(UnlockUser(person_id=person_id))


@router.delete("/firm/users/{person_id}", status_code=204, summary="Take somebody out of the firm")
async def remove_user(caller: Administrator, person_id: PathId) -> Response:
    await caller.call(RemoveUser(person_id=person_id))
    return Response(status_code=204)


@router.post("/firm/users/{person_id}/lost-phone", summary="Help with a lost phone, after a check")
async def release_phone(
    caller: Administrator,
    request: Annotated[ReleasePhone, from_body(ReleasePhone, "person_id", fill=_OWN)],
) -> UserRow:
    return await caller.call(request)


@router.post("/firm/leave", status_code=204, summary="Leave the firm one acts for")
async def leave_firm(caller: Contractor) -> Response:
    await caller.call(LeaveFirm())
    return Response(status_code=204)


@router.get("/firm/invitations", summary="Invitations the firm sent, newest first")
async def list_invitations(
    caller: Administrator, request: Annotated[ListInvitations, Query()]
) -> InvitationPage:
    return await caller.call(request)


@router.post("/firm/invitations", status_code=201, summary="Invite somebody to the firm")
async def invite_user(
    caller: Administrator, request: Annotated[InviteUser, from_body(InviteUser, fill=_OWN)]
) -> InvitationRow:
    return await caller.call(request)


@router.post("/firm/invitations/{invitation_id}/withdraw", summary="Take an invitation back")
async def withdraw_invitation(caller: Administrator, invitation_id: PathId) -> InvitationRow:
    return await caller.call(WithdrawInvitation(invitation_id=invitation_id))


@router.post("/firm/invitations/{invitation_id}/resend", summary="Send it again, with a new link")
async def resend_invitation(caller: Administrator, invitation_id: PathId) -> InvitationRow:
    return await caller.call(ResendInvitation(invitation_id=invitation_id))
