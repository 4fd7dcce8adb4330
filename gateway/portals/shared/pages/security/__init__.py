"""Sikkerhet: how one gets in, where one is logged in, and what has happened to the account."""

from __future__ import annotations

from fastapi import APIRouter

from gateway.portals.shared.pages.security import (
    app,
    codes,
    forgotten,
    mobile,
    overview,
    passkeys,
    password,
    step_up,
)

router = APIRouter()
for _part in (overview, step_up, app, passkeys, codes, mobile, password, forgotten):
    router.include_router(_part.router)

__all__ = ["router"]
