"""Somebody says, once a year, that all the utility knows of the firm is right."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.keyed_hash import same
from services.identity.contract.errors import LinkExpired
from services.identity.contract.operations.firm_profile import ConfirmFirm
from services.identity.contract.types.firm_profile import ProvenAddress
from services.identity.steps.firm_links import token_hash
from services.identity.store import addresses, firms


def confirm_firm(request: ConfirmFirm, work: Work) -> ProvenAddress:
    """Good for a year; that the link arrived shows that the address works.

    Raises FirmNotFound, and LinkExpired for a wrong or used link.
    """
    _, known = firms.known(work.session, request.firm_id, request.utility, lock=True)
    given = token_hash(known, "confirmation", request.token)
    if known.confirm_hash is None or not same(known.confirm_hash, given):
        raise LinkExpired
    known.confirmed_at, known.confirm_hash = work.now, None
    addresses.clear(work.session, known, "post")
    work.record(
        "firm_confirmed",
        chain=f"firm:{known.firm_id}",
        facts={"firm_id": known.firm_id},
        utility=known.utility,
    )
    return ProvenAddress(firm=known.name, utility=known.utility)
