"""What the utility decided about a firm, as a letter in the firm's own folder."""

from __future__ import annotations

from services.cases.contract.types.parties import FirmRef
from services.chassis.db.work import Work
from services.documents.domain.letter_content import FirmDecision, FirmDecisionContent
from services.documents.store import folders, letters
from services.identity.contract.events.aggregates import FirmEvent


def order(work: Work, event: FirmEvent, decision: FirmDecision, words: str = "") -> None:
    """Have it written once, signed by whoever decided.

    A firm the system brought in, known from before, was not decided about and gets none.
    """
    if work.cause is None or work.cause.actor.get("audience") == "system":
        return
    folder = folders.of(work.session, event.firm_id, work.actor.utility)
    content = FirmDecisionContent(
        dated=work.cause.at,
        number="",
        type_title={},
        title="",
        place="",
        firm=FirmRef(firm_id=event.firm_id, name=event.name, orgnr=event.orgnr),
        signed_by=work.cause.actor.get("name", ""),
        decision=decision,
        words=words,
    )
    letters.order(work.session, folder, "firm_decision", event.revision, content, at=work.now)
