"""What the utility asks for, and why: which form step firms misunderstand."""

from __future__ import annotations

from datetime import timedelta

from services.cases.contract.operations.deficiencies import GetDeficiencyStatistics
from services.cases.contract.types.deficiencies import DeficiencyStatistics
from services.cases.domain.deadlines import local_day
from services.cases.store import access, known, statistics
from services.chassis.db.work import Work
from services.chassis.messages import FieldError, InvalidRequest
from services.chassis.norway import end_of_day, start_of_day

YEAR = timedelta(days=365)
LONGEST = timedelta(days=10 * 366)


def get_deficiency_statistics(request: GetDeficiencyStatistics, work: Work) -> DeficiencyStatistics:
    """Per type and form step, both days included; a utility for training counts nothing.

    Raises RoleMissing, InvalidRequest for a period that ends before it begins, or is too long.
    """
    access.ensure(work.actor, *access.STAFF_READERS)
    until = request.until or local_day(work.now)
    since = request.since or until - YEAR
    if until < since or until - since > LONGEST:
        raise InvalidRequest(errors=[FieldError(field="until", code="bad_interval")])
    if known.is_training(work.session, work.actor.utility):
        return DeficiencyStatistics(
            since=since, until=until, training=True, cases_received=0, cases_asked=0, items=[]
        )
    period = (work.session, work.actor.utility, start_of_day(since), end_of_day(until))
    received, asked = statistics.received_and_asked(*period, request.type)
    return DeficiencyStatistics(
        since=since,
        until=until,
        training=False,
        cases_received=received,
        cases_asked=asked,
        items=statistics.reasons(*period, request.type),
    )
