"""What an event means to a browser: a name and the least it must know, content fetched after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from services.cases.contract.events.dialogue import NoteWritten
from services.cases.contract.events.exemptions import ExemptionGranted, ExemptionRevoked
from services.cases.contract.events.freezes import FreezeChanged
from services.chassis.messages import Actor, Envelope
from services.documents.contract.events import (
    DocumentAccepted,
    DocumentPublished,
    DocumentRejected,
    DocumentShielded,
    DocumentUploaded,
    JournalKept,
    LetterIssued,
    ShieldingLifted,
)
from services.identity.contract.events.firms import (
    FirmApproved,
    FirmChanged,
    FirmRegistered,
    FirmRejected,
)
from services.notify.contract.events import (
    IncidentAcknowledged,
    IncidentReported,
    NewsPublished,
    PageAccepted,
)

Audience = Literal["all", "staff", "firm_and_staff"]

_DOCUMENTS = (
    DocumentUploaded,
    DocumentAccepted,
    DocumentRejected,
    DocumentPublished,
    DocumentShielded,
    ShieldingLifted,
    LetterIssued,
)
DOCUMENT_TYPES = frozenset(event.type_name() for event in _DOCUMENTS)
_TOPICS: dict[str, tuple[str, Audience, str]] = {
    ExemptionGranted.type_name(): ("notices", "firm_and_staff", "firm_id"),
    ExemptionRevoked.type_name(): ("notices", "firm_and_staff", "firm_id"),
    NoteWritten.type_name(): ("case", "staff", "case_id"),
    JournalKept.type_name(): ("case", "staff", "case_id"),
    FreezeChanged.type_name(): ("notices", "all", "freeze_id"),
    NewsPublished.type_name(): ("news", "all", "slug"),
    IncidentReported.type_name(): ("incident", "staff", "reference"),
    PageAccepted.type_name(): ("incident", "staff", "reference"),
    IncidentAcknowledged.type_name(): ("incident", "staff", "reference"),
    FirmRegistered.type_name(): ("firm", "firm_and_staff", "firm_id"),
    FirmApproved.type_name(): ("firm", "firm_and_staff", "firm_id"),
    FirmRejected.type_name(): ("firm", "firm_and_staff", "firm_id"),
    FirmChanged.type_name(): ("firm", "firm_and_staff", "firm_id"),
}


@dataclass(frozen=True)
class Concern:
    """Whose case it is; a draft is its firms' alone."""

    firm_id: str
    utility: str
    draft: bool
    parties: frozenset[str] = frozenset()
    """Other firms on it now."""

    def is_of(self, actor: Actor) -> bool:
        """True when the actor may see the case."""
        if actor.audience == "contractor":
            on_it = actor.firm_id == self.firm_id or actor.firm_id in self.parties
            return on_it and actor.utility == self.utility
        return actor.audience == "operator" and actor.utility == self.utility and not self.draft


@dataclass(frozen=True)
class Note:
    """What is pushed: an event name and a thin body."""

    name: str
    body: dict[str, Any]
    key: str
    """A later note with the same key replaces an earlier one not yet sent."""


def case_note(case_id: str, sequence: int) -> Note:
    """Something happened to a case."""
    return Note("case", {"case_id": case_id, "sequence": sequence}, f"case:{case_id}")


def topic_note(envelope: Envelope, actor: Actor) -> Note | None:
    """What an event that is not about a case means to this actor; None: nothing."""
    topic = _TOPICS.get(envelope.type)
    if topic is None or envelope.utility != actor.utility:
        return None
    name, audience, field = topic
    subject = str(envelope.data.get(field, ""))
    staff = actor.audience == "operator"
    concerned = {
        "all": True,
        "staff": staff,
        "firm_and_staff": staff or subject == actor.firm_id,
    }[audience]
    if not concerned:
        return None
    if name == "case":
        return case_note(subject, envelope.sequence)
    return Note(name, {field: subject}, f"{name}:{subject}")


def concern_of(envelope: Envelope) -> Concern | None:
    """Whose case an event of cases is about; None for other events."""
    firm = envelope.data.get("firm")
    if envelope.source != "cases" or not isinstance(firm, dict):
        return None
    return Concern(
        firm_id=str(firm.get("firm_id", "")),
        utility=envelope.utility,
        draft=envelope.data.get("status") == "draft",
        parties=frozenset(envelope.data.get("parties") or ()),
    )
