"""Somebody looks at their passkeys."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.factors import ListPasskeys
from services.identity.contract.types.factors import PasskeyRows
from services.identity.store import passkeys
from services.identity.views.factors import passkey_row


def list_passkeys(request: ListPasskeys, work: Work) -> PasskeyRows:
    """Those of both portals, newest first."""
    del request
    keys = passkeys.of_person(work.session, work.actor.user_id)
    return PasskeyRows(items=[passkey_row(key) for key in keys])
