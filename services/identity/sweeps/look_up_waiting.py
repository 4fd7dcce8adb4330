"""The register is asked about firms that wait, so that the registrar sees what it says."""

from __future__ import annotations

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.store import enhetsregisteret, firms


def look_up_waiting() -> int:
    """One waiting firm without an answer of the last day, asked for outside any transaction."""
    system = Actor.system("identity")
    with begin(system) as work:
        orgnr = firms.waiting_unasked(work.session, work.now - enhetsregisteret.FRESH)
    if orgnr is None:
        return 0
    answer = enhetsregisteret.ask(orgnr)
    if answer.source == "unavailable":
        return 0
    with begin(system) as work:
        enhetsregisteret.remember(work.session, answer, work.now)
    return 1
