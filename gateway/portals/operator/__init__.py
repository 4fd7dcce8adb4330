"""The operator portal: caseworkers, approvers, registrars, editors and the duty centre."""

from __future__ import annotations

from fastapi import APIRouter

from gateway.portals.operator.pages import (
    administration,
    case,
    catalogue,
    contacts,
    desk,
    dialogue,
    documents,
    firms,
    freezes,
    inactivity,
    incidents,
    provider,
    qualifications,
    queue,
    routing,
    running,
    setup,
    staff,
    statistics,
    trail,
    transfers,
    two_factor,
    unanswered,
    user_import,
    users,
    versions,
    zones,
)

router = APIRouter()
for _part in (
    queue,
    unanswered,
    statistics,
    versions,
    dialogue,
    documents,
    transfers,
    routing,
    case,
    firms,
    qualifications,
    freezes,
    desk,
    incidents,
    administration,
    setup,
    two_factor,
    inactivity,
    catalogue,
    zones,
    contacts,
    running,
    user_import,
    users,
    staff,
    trail,
    provider,
):
    router.include_router(_part.router)

__all__ = ["router"]
