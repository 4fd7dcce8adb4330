"""What a caller's firm has proven goes along in the signed caller."""

from __future__ import annotations

from services.chassis import clock
from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.identity.store import qualifications


def proven(work: Work, actor: Actor) -> Actor:
    """The same caller with the codes that are verified at the utility and valid today."""
    if not actor.firm_id:
        return actor
    codes = qualifications.valid_codes(work.session, actor.firm_id, actor.utility, clock.today())
    return actor.model_copy(update={"qualifications": codes})
