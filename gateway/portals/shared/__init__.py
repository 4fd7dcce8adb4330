"""What both portals share: frame, forms, login, manual, static files."""

from __future__ import annotations

from fastapi import APIRouter

from gateway.portals.shared import assets
from gateway.portals.shared.pages import (
    contact,
    deeds,
    enrolment,
    invitation,
    language,
    login,
    manual,
    me,
    messages,
    notices,
    privacy,
    saved_views,
    security,
)

router = APIRouter()
for _part in (
    assets,
    language,
    login,
    enrolment,
    invitation,
    me,
    privacy,
    deeds,
    messages,
    saved_views,
    manual,
    contact,
    notices,
    security,
):
    router.include_router(_part.router)

__all__ = ["router"]
