"""The utility's own people."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.identity.contract.operations.invitations import InviteStaff, ListInvitations
from services.identity.contract.operations.staff import (
    AskStaffPhoneRelease,
    ChangeStaffRoles,
    ConfirmStaffPhoneRelease,
    ListStaff,
    ListStaffPhoneReleases,
    LockStaff,
    RemoveStaff,
    UnlockStaff,
)
from services.identity.contract.types.invitations import InvitationPage, InvitationRow
from services.identity.contract.types.users import (
    PhoneReleaseRow,
    PhoneReleases,
    StaffPage,
    StaffRow,
)

router = resource("operator: staff", *WRITES)
Reader = Annotated[Caller, operator("administrator", "auditor")]
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/operator/staff", summary="The staff, by name")
async def list_staff(caller: Reader, request: Annotated[ListStaff, Query()]) -> StaffPage:
    return await caller.call(request)


@router.post("/operator/staff/{person_id}/roles", summary="Other roles at the utility")
async def change_staff_roles(
    caller: Administrator,
    request: Annotated[ChangeStaffRoles, from_body(ChangeStaffRoles, "person_id")],
) -> StaffRow:
    return await caller.call(request)


@router.post("/operator/staff/{person_id}/lock", summary="Lock somebody out, at once")
async def lock_staff(caller: Administrator, person_id: PathId) -> StaffRow:
    return await caller.call(LockStaff(person_id=person_id))


@router.post("/operator/staff/{person_id}/unlock", summary="Let them in again")
async def unlock_staff(caller: Administrator, person_id: PathId) -> StaffRow:
    return await caller.call(UnlockStaff(person_id=person_id))


@router.delete("/operator/staff/{person_id}", status_code=204, summary="End a post")
async def remove_staff(caller: Administrator, person_id: PathId) -> Response:
    await caller.call(RemoveStaff(person_id=person_id))
    return Response(status_code=204)


@router.post(
    "/operator/staff/{person_id}/lost-phone", status_code=202, summary="Ask for a second person"
)
async def ask_staff_phone_release(
    caller: Administrator,
    request: Annotated[AskStaffPhoneRelease, from_body(AskStaffPhoneRelease, "person_id")],
) -> PhoneReleaseRow:
    return await caller.call(request)


@router.get("/operator/staff/lost-phones", summary="Lost phones that wait for a second person")
async def list_staff_phone_releases(caller: Administrator) -> PhoneReleases:
    return await caller.call(ListStaffPhoneReleases())


@router.post(
    "/operator/staff/lost-phones/{release_id}/confirm", status_code=204, summary="Be the second"
)
async def confirm_staff_phone_release(caller: Administrator, release_id: PathId) -> Response:
    await caller.call(ConfirmStaffPhoneRelease(release_id=release_id))
    return Response(status_code=204)


@router.get("/operator/staff/invitations", summary="Invitations to the staff, newest first")
async def list_staff_invitations(
    caller: Administrator, request: Annotated[ListInvitations, Query()]
) -> InvitationPage:
    return await caller.call(request.model_copy(update={"firm_id": ""}))


@router.post("/operator/staff/invitations", status_code=201, summary="Invite somebody to the staff")
async def invite_staff(
    caller: Administrator, request: Annotated[InviteStaff, from_body(InviteStaff)]
) -> InvitationRow:
    return await caller.call(request)
