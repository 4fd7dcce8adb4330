"""Documents are shown again when the last day of their shielding has passed."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.documents.store import shielding
from services.documents.store.release import release


def lift_ended_shieldings(work: Work) -> int:
    """From the midnight after the last day; locked documents are left to the next round."""
    found = shielding.ended(work.session, work.now)
    for held, document in found:
        system = Actor.system("documents", document.utility)
        release(work, document, held, by=system, why="ended")
    return len(found)
