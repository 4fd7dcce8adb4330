"""Somebody opens the link that was sent to a firm's new address."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.keyed_hash import same
from services.identity.contract.errors import LinkExpired
from services.identity.contract.operations.firm_profile import ProveAddress
from services.identity.contract.types.firm_profile import ProvenAddress
from services.identity.steps.firm_links import token_hash
from services.identity.steps.tell import tell_changed
from services.identity.store import addresses, firms


def prove_address(request: ProveAddress, work: Work) -> ProvenAddress:
    """The address is used from now on, and told. Works once.

    Raises FirmNotFound, and LinkExpired for a wrong, used, old or overtaken link.
    """
    firm, known = firms.known(work.session, request.firm_id, request.utility, lock=True)
    change = addresses.locked_change(work.session, known, request.purpose, work.now)
    given = token_hash(known, f"address:{request.purpose}", request.token)
    if not same(change.token_hash, given):
        raise LinkExpired
    setattr(known, addresses.COLUMNS[request.purpose], change.email)
    work.session.delete(change)
    addresses.clear(work.session, known, request.purpose)
    work.session.flush()
    tell_changed(work, firm, known)
    return ProvenAddress(firm=known.name, utility=known.utility)
