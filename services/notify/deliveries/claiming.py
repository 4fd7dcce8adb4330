"""Claim what is due: the attempt is counted and committed before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.notify.deliveries.task import Task
from services.notify.domain.daytime import Daytime
from services.notify.domain.delivery import LEASE, Due, State, Step, Urgency, next_step
from services.notify.messages import messages
from services.notify.model import Attempt, Delivery
from services.notify.outgoing.pages import page_failed
from services.notify.settings import text_hours
from services.notify.store import contacts, deliveries, incidents

ACTOR = Actor.system("notify")


@dataclass(frozen=True)
class Claimed:
    """What a worker has to do, and how many deliveries the claim dealt with in all."""

    tasks: list[Task]
    handled: int


def claim(urgency: Urgency, limit: int) -> Claimed:
    """Take due deliveries of a lane; end those that are worthless, unwanted or used up."""
    with begin(ACTOR) as work:
        rows = deliveries.due(work.session, urgency, work.now, limit)
        tasks = [task for row in rows if (task := _taken(work, row)) is not None]
    return Claimed(tasks, len(rows))


def _taken(work: Work, row: Delivery) -> Task | None:
    step = _step(work, row)
    if step == "expire" and row.state == "sent":
        row.execute_after = None
    elif step == "expire":
        end(row, "expired", row.problem or "too late", work)
    elif step == "give_up":
        end(row, "failed", row.problem or "no answer", work)
        page_failed(work, row)
    elif step == "look_up":
        row.execute_after = work.now + LEASE[row.channel]
        return _task(work, row, "look_up")
    elif morning := _morning(work, row):
        row.execute_after = morning
    else:
        return _task(work, _attempted(work, row), "send")
    return None


def _step(work: Work, row: Delivery) -> Step:
    """The rule's answer, unless nobody wants it any more."""
    if _is_unwanted(work, row):
        return "expire"
    due = Due(
        urgency=row.urgency,
        channel=row.channel,
        state=row.state,
        attempts=row.attempts,
        expires_at=row.expires_at,
    )
    return next_step(due, work.now)


def _morning(work: Work, row: Delivery) -> datetime | None:
    """When daytime begins, for a text nobody should be woken up by; None when it may go now."""
    kind = messages().get(row.message)
    if row.channel != "sms" or row.urgency != "ordinary" or kind is None or kind.at_night:
        return None
    hours = text_hours()
    return Daytime(hours.texts_from_hour, hours.texts_until_hour).begins_after(work.now)


def _is_unwanted(work: Work, row: Delivery) -> bool:
    """Somebody took the incident, or the case a reminder is about has gone on."""
    if row.subject is not None and not incidents.is_open(work.session, row.subject):
        return True
    if row.while_case is None:
        return False
    case = contacts.case_party(work.session, row.while_case)
    return case is not None and case.status != row.while_status


def end(row: Delivery, state: State, problem: str, work: Work) -> None:
    """Nothing more is done with it; a secret it still holds is erased."""
    row.state, row.problem, row.updated_at = state, problem, work.now
    row.execute_after, row.sealed = None, None


def _attempted(work: Work, row: Delivery) -> Delivery:
    row.state = "sending"
    row.attempts += 1
    row.execute_after = work.now + LEASE[row.channel]
    row.updated_at = work.now
    work.session.add(Attempt(delivery_id=row.id, number=row.attempts, started_at=work.now))
    return row


def _task(work: Work, row: Delivery, step: Step) -> Task:
    looked_up = step == "look_up"
    return Task(
        step="look_up" if looked_up else "send",
        delivery_id=row.id,
        attempt=row.attempts,
        urgency=row.urgency,
        channel=row.channel,
        message=row.message,
        recipient=row.recipient,
        language=row.language,
        values=row.values,
        sealed=row.sealed,
        subject=row.subject,
        expires_at=row.expires_at,
        provider_id=row.provider_id,
        known=deliveries.known_names(work.session, row.recipient) if looked_up else frozenset(),
        trace=row.trace,
        sender=contacts.utility_name(work.session, row.utility),
    )
