"""The utility received a case: its journal opens and the firm gets a receipt."""

from __future__ import annotations

from services.cases.contract.events.life import CaseReceived
from services.chassis.db.work import Work
from services.documents.domain.letter_content import ReceiptContent, common
from services.documents.store import cases, letters


def on_case_received(event: CaseReceived, work: Work) -> None:
    """Keep the zone's contact for this and later letters; order the receipt once."""
    case = cases.follow(work.session, event, work.actor.utility)
    case.contact = event.zone.model_dump(mode="json") if event.zone else None
    receipt = ReceiptContent.model_validate(
        {
            **common(event, event.received_at, case.contact),
            "expected_by": event.expected_by,
            "summary": event.summary,
            "client": event.client,
        }
    )
    letters.order(work.session, case, "receipt", event.revision, receipt, at=work.now)
