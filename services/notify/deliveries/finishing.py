"""Write down what came of it, and what is to be done next."""

from __future__ import annotations

from datetime import timedelta

from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from services.notify.deliveries.claiming import ACTOR, end
from services.notify.deliveries.task import Task
from services.notify.domain.callback import meaning
from services.notify.domain.delivery import (
    MOST_ATTEMPTS,
    OVER,
    UNKNOWN_PAUSE,
    check_after_acceptance,
    pause_before_retry,
)
from services.notify.domain.outcome import (
    Accepted,
    NeverSeen,
    NotTaken,
    Outcome,
    Refused,
    Unknown,
)
from services.notify.model import Delivery
from services.notify.outgoing.bounces import tell_bounced
from services.notify.outgoing.pages import page_accepted, page_failed
from services.notify.outgoing.progress import advance
from services.notify.store import deliveries


def finish(task: Task, outcome: Outcome | NeverSeen) -> None:
    """One transaction. A callback that came in the meantime is never undone."""
    with begin(ACTOR, trace=task.trace) as work:
        name = outcome.provider_id if isinstance(outcome, Accepted) else ""
        if name:
            deliveries.hold_name(work.session, name)
        row = deliveries.locked(work.session, task.delivery_id)
        if row is None:
            return
        if task.step == "send":
            _note(work, task, outcome)
        if row.attempts != task.attempt:
            return
        match outcome:
            case Accepted():
                _accepted(work, row, task, outcome)
            case NotTaken(problem):
                _again(work, row, problem, pause_before_retry(task.urgency, task.attempt))
            case NeverSeen() if row.provider_id is None:
                _again(work, row, "never arrived at the provider", timedelta(0))
            case Refused(problem) if row.state not in OVER:
                end(row, "expired" if problem == "too late" else "failed", problem, work)
                page_failed(work, row)
                tell_bounced(work, row, problem)
            case Unknown(problem) if row.state not in OVER:
                row.problem, row.updated_at = problem, work.now
                row.execute_after = work.now + UNKNOWN_PAUSE[task.urgency]
            case _:
                row.execute_after = None


def _note(work: Work, task: Task, outcome: Outcome | NeverSeen) -> None:
    tried = deliveries.attempt(work.session, task.delivery_id, task.attempt)
    tried.ended_at = work.now
    tried.outcome = type(outcome).__name__.lower()
    tried.problem = getattr(outcome, "problem", None)
    if isinstance(outcome, Accepted) and outcome.provider_id:
        _name(work, task, outcome.provider_id)


def _name(work: Work, task: Task, provider_id: str) -> None:
    """What the provider calls the try from now on, in callbacks too."""
    tried = deliveries.attempt(work.session, task.delivery_id, task.attempt)
    tried.provider_id = provider_id
    work.session.flush()


def _accepted(work: Work, row: Delivery, task: Task, answer: Accepted) -> None:
    row.sealed = None
    row.sent_at = row.sent_at or work.now
    if answer.provider_id and row.provider_id != answer.provider_id:
        row.provider_id = answer.provider_id
        if task.step == "look_up":
            _name(work, task, answer.provider_id)
    if row.state not in OVER:
        row.state, row.problem, row.updated_at = "sent", None, work.now
        pause = check_after_acceptance(task.urgency, task.channel)
        unanswered = pause is not None and task.step == "send"
        row.execute_after = work.now + pause if unanswered and pause else None
    page_accepted(work, row)
    if task.step == "look_up":
        advance(work, row, meaning(answer.status), "")
    early = deliveries.take_early(work.session, answer.provider_id)
    if early is not None:
        advance(work, row, early.state, early.error)


def _again(work: Work, row: Delivery, problem: str, pause: timedelta) -> None:
    """Try again later, as long as tries are left."""
    if row.state in OVER:
        return
    if row.attempts >= MOST_ATTEMPTS[row.urgency]:
        end(row, "failed", problem, work)
        page_failed(work, row)
        return
    row.state, row.problem, row.updated_at = "waiting", problem, work.now
    row.execute_after = work.now + pause
