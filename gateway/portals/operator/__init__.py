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
    users,
    staff,
    provider,
):
    router.include_router(_part.router)

__all__ = ["router"]
