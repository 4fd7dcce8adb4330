"""A firm's administrator keeps its profile right."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.catalogue.trades import ensure_professions
from services.identity.contract.operations.firm_profile import UpdateFirm
from services.identity.contract.types.firm_profile import AddressPurpose, FirmProfile
from services.identity.model import FirmAtUtility
from services.identity.steps.firm_profile import ask_for_proof, own_firm, profile_of
from services.identity.steps.tell import tell_changed
from services.identity.store import addresses

PLAIN = ("name", "municipality", "phone")
OPTIONAL: tuple[AddressPurpose, ...] = ("invoice", "contact")


def update_firm(request: UpdateFirm, work: Work) -> FirmProfile:
    """Every change is told; looking through it is a confirmation too.

    Raises FirmNotFound, NotForYou, TooManySends, and InvalidRequest for an unknown profession.
    """
    firm, known = own_firm(work, lock=True, administrator=True)
    changed = _describe(request, known)
    changed |= _addresses(request, work, known)
    known.confirmed_at, known.confirm_hash = work.now, None
    if changed:
        tell_changed(work, firm, known)
    return profile_of(work, (firm, known))


def _describe(request: UpdateFirm, known: FirmAtUtility) -> bool:
    wanted = {name: getattr(request, name) for name in PLAIN}
    if request.professions is not None:
        wanted["professions"] = ensure_professions(request.professions)
    if request.language is not None:
        wanted["language"], known.language_chosen = request.language, True
    new = {
        name: value
        for name, value in wanted.items()
        if value is not None and value != getattr(known, name)
    }
    for name, value in new.items():
        setattr(known, name, value)
    return bool(new)


def _addresses(request: UpdateFirm, work: Work, known: FirmAtUtility) -> bool:
    """New ones are to be proven; an optional one that is left empty goes at once."""
    dropped = False
    for purpose, column in addresses.COLUMNS.items():
        if purpose not in request.emails.model_fields_set:
            continue
        email, used = getattr(request.emails, purpose), getattr(known, column)
        if email is None and purpose in OPTIONAL:
            setattr(known, column, None)
            addresses.drop_change(work.session, known, purpose)
            addresses.clear(work.session, known, purpose)
            dropped |= used is not None
        elif email == used:
            addresses.drop_change(work.session, known, purpose)
        elif email is not None:
            ask_for_proof(work, known, purpose, email)
    return dropped
