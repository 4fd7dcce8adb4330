"""The utility's view of people in its firms."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.identity.contract.operations.invitations import (
    InviteUser,
    ListInvitations,
    ResendInvitation,
    WithdrawInvitation,
)
from services.identity.contract.operations.users import (
    ChangeUserRoles,
    ListUsers,
    LockUser,
    ReleasePhone,
    RemoveUser,
    UnlockUser,
)
from services.identity.contract.types.invitations import InvitationPage, InvitationRow
from services.identity.contract.types.users import UserPage, UserRow

router = resource("operator: users", *WRITES)
Reader = Annotated[Caller, operator("administrator", "firm_registrar", "auditor")]
Administrator = Annotated[Caller, operator("administrator", "firm_registrar")]


@router.get("/operator/users", summary="People of the utility's firms, by name")
async def list_firms_users(caller: Reader, request: Annotated[ListUsers, Query()]) -> UserPage:
    return await caller.call(request)


@router.post("/operator/users/{person_id}/roles", summary="Other roles in a firm")
async def change_roles_in_firm(
    caller: Administrator,
    request: Annotated[ChangeUserRoles, from_body(ChangeUserRoles, "person_id")],
) -> UserRow:
    return await caller.call(request)


@router.post("/operator/users/{person_id}/lock", summary="Keep somebody from acting for a firm")
async def lock_in_firm(
    caller: Administrator, request: Annotated[LockUser, from_body(LockUser, "person_id")]
) -> UserRow:
    return await caller.call(request)


@router.post("/operator/users/{person_id}/unlock", summary="Let them act for the firm again")
async def unlock_in_firm(
    caller: Administrator, request: Annotated[UnlockUser, from_body(UnlockUser, "person_id")]
) -> UserRow:
    return await caller.call(request)


@router.post(
    "/operator/users/{person_id}/remove", status_code=204, summary="Take somebody out of a firm"
)
async def remove_from_firm(
    caller: Administrator, request: Annotated[RemoveUser, from_body(RemoveUser, "person_id")]
) -> Response:
    await caller.call(request)
    return Response(status_code=204)


@router.post("/operator/users/{person_id}/lost-phone", summary="Help with a lost phone")
async def release_users_phone(
    caller: Administrator, request: Annotated[ReleasePhone, from_body(ReleasePhone, "person_id")]
) -> UserRow:
    return await caller.call(request)


@router.get("/operator/users/invitations", summary="Invitations to a firm, or to the staff")
async def list_all_invitations(
    caller: Administrator, request: Annotated[ListInvitations, Query()]
) -> InvitationPage:
    return await caller.call(request)


@router.post("/operator/users/invitations", status_code=201, summary="Invite somebody to a firm")
async def invite_to_firm(
    caller: Administrator, request: Annotated[InviteUser, from_body(InviteUser)]
) -> InvitationRow:
    return await caller.call(request)


@router.post("/operator/invitations/{invitation_id}/withdraw", summary="Take an invitation back")
async def withdraw_any_invitation(caller: Administrator, invitation_id: PathId) -> InvitationRow:
    return await caller.call(WithdrawInvitation(invitation_id=invitation_id))


@router.post("/operator/invitations/{invitation_id}/resend", summary="Send it again")
async def resend_any_invitation(caller: Administrator, invitation_id: PathId) -> InvitationRow:
    return await caller.call(ResendInvitation(invitation_id=invitation_id))
