"""What has served its purpose is erased."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.store import (
    addresses,
    api_keys,
    attempts,
    challenges,
    codes,
    devices,
    enhetsregisteret,
    guards,
    invitations,
    login_sessions,
    mobile_changes,
    phone_releases,
    provider_logins,
    registrations,
    resets,
    sends,
)


def erase_due(work: Work) -> int:
    """Codes, attempts and registrations that are over, old counts, answers and sessions."""
    forgetting = (
        addresses.forget_over,
        codes.forget_expired,
        attempts.forget_over,
        challenges.forget_expired,
        mobile_changes.forget_over,
        resets.forget_over,
        devices.forget_unseen,
        registrations.forget_over,
        sends.forget_old,
        guards.forget_quiet,
        login_sessions.forget_old,
        enhetsregisteret.forget_old,
        api_keys.forget_old,
        provider_logins.forget_over,
        invitations.forget_half_joined,
        invitations.forget_over,
        phone_releases.forget_over,
    )
    return sum(forget(work.session, work.now) for forget in forgetting)
