"""Hand all that a firm has at a utility to another."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from services.chassis.db.work import Work
from services.identity.model import (
    AddressBounce,
    AddressChange,
    ApiKey,
    FirmAtUtility,
    Invitation,
    LoginSession,
    Membership,
    Qualification,
)

MOVES = (ApiKey, Invitation, Qualification)
"""What a firm has besides people; each row has `firm_id` and `utility`."""
ENDS = (AddressChange, AddressBounce)
"""What belongs to addresses that are no longer used."""


def hand_over(work: Work, gone: FirmAtUtility, into: FirmAtUtility) -> list[str]:
    """Everything moves, open sessions too; whose people they were is answered, in order."""
    moved = _people(work, gone, into)
    here = {"firm_id": gone.firm_id, "utility": gone.utility}
    for table in MOVES:
        rows = update(table).filter_by(**here).values(firm_id=into.firm_id)
        work.session.execute(rows.execution_options(synchronize_session=False))
    for ended in ENDS:
        work.session.execute(delete(ended).filter_by(**here))
    acting = update(LoginSession).filter_by(**here, ended_at=None).values(firm_id=into.firm_id)
    work.session.execute(acting.execution_options(synchronize_session=False))
    into.professions = sorted({*into.professions, *gone.professions})
    return moved


def _people(work: Work, gone: FirmAtUtility, into: FirmAtUtility) -> list[str]:
    """Somebody of both has the roles of both; a lock in either stays."""
    places = work.session.scalars(
        select(Membership)
        .filter_by(firm_id=gone.firm_id, utility=gone.utility)
        .order_by(Membership.person_id)
        .with_for_update()
    ).all()
    for place in places:
        key = (place.person_id, into.firm_id, into.utility)
        there = work.session.get(Membership, key)
        if there is None:
            there = Membership(person_id=key[0], firm_id=key[1], utility=key[2], roles=[])
            work.session.add(there)
        there.roles = sorted({*there.roles, *place.roles})
        there.locked_at = there.locked_at or place.locked_at
        work.session.delete(place)
    work.session.flush()
    return [place.person_id for place in places]
