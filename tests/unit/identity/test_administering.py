"""Who administers people, and where an invitation stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import OwnAccount
from services.identity.domain import administering

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def of_firm(*roles: str) -> Actor:
    return Actor(audience="contractor", user_id="n", firm_id="f", roles=frozenset(roles))


def staff(*roles: str) -> Actor:
    return Actor(audience="operator", user_id="s", roles=frozenset(roles))


def test_firm_administrators_and_the_utilitys_own_administer_users() -> None:
    for actor in (of_firm("firm_admin"), staff("administrator"), staff("firm_registrar")):
        administering.ensure_may_administer_users(actor)
        administering.ensure_may_read_users(actor)
    for actor in (of_firm("applicant", "reader"), staff("caseworker"), staff("firm_admin")):
        with pytest.raises(NotForYou):
            administering.ensure_may_administer_users(actor)


def test_auditors_read_and_change_nothing() -> None:
    administering.ensure_may_read_users(staff("auditor"))
    administering.ensure_may_read_staff(staff("auditor"))
    with pytest.raises(NotForYou):
        administering.ensure_may_administer_users(staff("auditor"))
    with pytest.raises(NotForYou):
        administering.ensure_may_read_staff(staff("firm_registrar"))


def test_somebody_else_does_it() -> None:
    administering.ensure_somebody_else(of_firm("firm_admin"), "p", "q")
    with pytest.raises(OwnAccount):
        administering.ensure_somebody_else(of_firm("firm_admin"), "p", "n")


@pytest.mark.parametrize(
    ("accepted", "withdrawn", "hours", "state"),
    [
        (False, False, 1, "open"),
        (False, False, 0, "expired"),
        (False, True, 1, "withdrawn"),
        (True, False, -1, "accepted"),
    ],
)
def test_where_an_invitation_stands(
    accepted: bool, withdrawn: bool, hours: int, state: str
) -> None:
    assert state == administering.state_of_invitation(
        accepted=accepted, withdrawn=withdrawn, expires_at=NOW + timedelta(hours=hours), at=NOW
    )
