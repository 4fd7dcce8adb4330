"""The register is asked about firms that were taken at their word, or not asked about for long."""

from __future__ import annotations

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.steps.registry import hear_answer
from services.identity.store import enhetsregisteret, firms


def look_up_waiting() -> int:
    """One firm, asked for outside any transaction; 0 when none is due or the register is away."""
    system = Actor.system("identity")
    with begin(system) as work:
        orgnr = firms.unchecked(work.session, work.now)
        answer = enhetsregisteret.fresh(work.session, orgnr, work.now) if orgnr else None
    if orgnr is None:
        return 0
    if answer is None:
        answer = enhetsregisteret.ask(orgnr)
    if answer.source == "unavailable":
        return 0
    with begin(system) as work:
        enhetsregisteret.remember(work.session, answer, work.now)
        hear_answer(work, answer)
    return 1
