"""Somebody looks at how they get in."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.factors import GetFactors
from services.identity.contract.types.factors import FactorsView
from services.identity.steps.secured import own_session
from services.identity.store import passkeys, people, recovery_codes, totps
from services.identity.store.ways_in import ways_in
from services.identity.views.factors import Factors, factors_view


def get_factors(request: GetFactors, work: Work) -> FactorsView:
    """Methods of this portal, passkeys of both, how many recovery codes are left."""
    del request
    held = own_session(work)
    person_id = held.person_id
    has = Factors(
        ways=ways_in(work.session, person_id, held.portal),  # type: ignore[arg-type] # validated when written
        totp=totps.of_person(work.session, person_id),
        passkeys=passkeys.of_person(work.session, person_id),
        recovery_left=recovery_codes.left(work.session, person_id),
    )
    return factors_view(people.by_id(work.session, person_id), held, has)
