"""What the chains of identity's trail are about, as people call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.chassis.db.trail import ids_of
from services.identity.model import ApiKey, FirmAtUtility, Person


def names(session: Session, utility: str, chains: Sequence[str]) -> Mapping[str, str]:
    """People, firms and keys by their names now; who was erased is a dash."""
    people, firms, keys = (ids_of(chains, kind) for kind in ("person", "firm", "api_key"))
    asked = (
        select(Person.person_id, Person.name).where(Person.person_id.in_(people.values())),
        select(FirmAtUtility.firm_id, FirmAtUtility.name).where(
            FirmAtUtility.firm_id.in_(firms.values()), FirmAtUtility.utility == utility
        ),
        select(ApiKey.key_id, ApiKey.name).where(ApiKey.key_id.in_(keys.values())),
    )
    called = {id: name for query in asked for id, name in session.execute(query)}
    return {chain: called[id] for chain, id in (people | firms | keys).items() if id in called}
