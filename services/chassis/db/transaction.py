"""The one place where a transaction is opened and closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from services.chassis import clock, faults
from services.chassis.db.engine import sessions
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import Actor, Envelope, Refusal


@contextmanager
def begin(actor: Actor, *, trace: str = "", cause: Envelope | None = None) -> Iterator[Work]:
    """One unit of work: commits at the end, rolls back on any failure.

    A refusal that `keeps` commits before it goes on its way, so that a failed guess counts.
    """
    session = sessions()()
    work = Work(session=session, actor=actor, now=clock.now(), trace=trace or new_id(), cause=cause)
    try:
        yield work
        faults.point("before-commit")
        session.commit()
        faults.point("after-commit")
    except Refusal as refusal:
        if refusal.keeps:
            session.commit()
        else:
            session.rollback()
        raise
    except BaseException:
        session.rollback()
        raise
    finally:
        session.close()
    for wake in work.after_commit:
        wake()
