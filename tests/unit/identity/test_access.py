"""Roles of staff in identity."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor, NotForYou
from services.identity.domain import access


def staff(*roles: str) -> Actor:
    return Actor(audience="operator", user_id="s", utility="bergen", roles=frozenset(roles))


def test_only_a_registrar_decides_on_firms() -> None:
    access.ensure_registrar(staff("firm_registrar"))
    for role in ("caseworker", "administrator", "auditor"):
        with pytest.raises(NotForYou):
            access.ensure_registrar(staff(role))


def test_registrars_administrators_and_auditors_read_firms() -> None:
    for role in ("firm_registrar", "administrator", "auditor"):
        access.ensure_may_read_firms(staff(role))
    with pytest.raises(NotForYou):
        access.ensure_may_read_firms(staff("caseworker", "editor"))


def test_only_an_administrator_sees_what_is_parked() -> None:
    access.ensure_administrator(staff("administrator"))
    with pytest.raises(NotForYou):
        access.ensure_administrator(staff("firm_registrar"))
