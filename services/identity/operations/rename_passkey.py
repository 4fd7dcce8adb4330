"""Somebody calls a passkey something else."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.factors import RenamePasskey
from services.identity.contract.types.factors import PasskeyRow
from services.identity.store import passkeys
from services.identity.views.factors import passkey_row


def rename_passkey(request: RenamePasskey, work: Work) -> PasskeyRow:
    """Only the name changes. Raises FactorNotFound, for anybody else's too."""
    key = passkeys.own(work.session, work.actor.user_id, request.passkey_id)
    key.name = request.name
    return passkey_row(key)
