"""One try to reach the person on call: a call, and a text with the words."""

from __future__ import annotations

from dataclasses import dataclass

from services.chassis import clock, faults
from services.chassis.logging import logger
from services.notify.contract.types import EmergencyReport
from services.notify.domain.outcome import Accepted
from services.notify.lifeline.numbers import RINGS, TEXTS
from services.notify.lifeline.on_call import OnCallList
from services.notify.lifeline.spool import Spool
from services.notify.messages import sms_of
from services.notify.outgoing.page_words import page_values
from services.notify.providers.telephone import Telephone

log = logger(__name__)
TRIES_TO_TEXT = 3


@dataclass
class Ringer:
    """Rings for a report. `_tried` counts the tries of each report, so that phones take turns."""

    spool: Spool
    on_call: OnCallList
    telephone: Telephone

    def ring(self, report: EmergencyReport, tries: int) -> bool:
        """True when the provider has accepted the call; then the marker stands on the disk."""
        phones = self.on_call.phones(report.utility)
        if not phones:
            log.error("nobody_to_ring", reference=report.reference)
            RINGS.labels("nobody").inc()
            return False
        if self.spool.is_settled(report.reference):
            return True
        phone = phones[tries % len(phones)]
        faults.point("lifeline-between-decision-and-ring")
        answer = self.telephone.ring(phone, report.reference)
        RINGS.labels(type(answer).__name__.lower()).inc()
        accepted = isinstance(answer, Accepted)
        if isinstance(answer, Accepted):
            faults.point("lifeline-between-ring-and-mark")
            self.spool.note_rung(report.reference, clock.now(), answer.provider_id)
        log.warning(
            "lifeline_rang",
            reference=report.reference,
            try_number=tries + 1,
            outcome=type(answer).__name__,
            problem=getattr(answer, "problem", ""),
        )
        if accepted or tries < len(phones):
            self._text(phone, report)
        return accepted

    def _text(self, phone: str, report: EmergencyReport) -> None:
        """The words, a few tries; the call is what counts."""
        words = sms_of("incident_page", "nb", page_values(report))
        for _ in range(TRIES_TO_TEXT):
            answer = self.telephone.text(phone, words)
            TEXTS.labels(type(answer).__name__.lower()).inc()
            if isinstance(answer, Accepted):
                return
