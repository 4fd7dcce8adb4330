"""The operator portal: caseworkers, approvers, registrars, editors and the duty centre."""

from __future__ import annotations

from fastapi import APIRouter

from gateway.portals.operator.pages import (
    case,
    desk,
    dialogue,
    firms,
    freezes,
    incidents,
    provider,
    queue,
    running,
    staff,
    trail,
    user_import,
    users,
)

router = APIRouter()
for _part in (
    queue,
    dialogue,
    case,
    firms,
    freezes,
    desk,
    incidents,
    running,
    user_import,
    users,
    staff,
    trail,
    provider,
):
    router.include_router(_part.router)

__all__ = ["router"]
