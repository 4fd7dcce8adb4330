"""What events say of firms."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.events.firms import (
    FirmApproved,
    FirmChanged,
    FirmMerged,
    FirmRegistered,
    FirmRejected,
    FirmSuspended,
    SuspensionLifted,
)
from services.notify.model import FirmContact, FirmStanding
from services.notify.outgoing.recipients import Recipient
from services.notify.store import contacts

FirmEvent = (
    FirmApproved | FirmChanged | FirmRegistered | FirmRejected | FirmSuspended | SuspensionLifted
)
Told = FirmApproved | FirmMerged | FirmRegistered | FirmRejected | FirmSuspended | SuspensionLifted


def hear_firm(work: Work, event: FirmEvent, status: str) -> None:
    """Keep the firm's address, and how it stands with the utility the event belongs to."""
    known = FirmContact(
        firm_id=event.firm_id,
        revision=event.revision,
        orgnr=event.orgnr,
        name=event.name,
        email=event.emails.post,
    )
    contacts.hear_firm(work.session, known, getattr(event, "language", None))
    hear_standing(work, event, status)


def hear_standing(work: Work, event: FirmEvent | FirmMerged, status: str) -> None:
    """Keep how the firm stands with the utility the event belongs to."""
    contacts.hear(
        work.session,
        FirmStanding,
        utility=work.actor.utility,
        firm_id=event.firm_id,
        revision=event.revision,
        status=status,
    )


def as_recipient(event: Told) -> Recipient:
    """The firm at the address the event itself carries."""
    return Recipient(key=f"firm:{event.firm_id}", language=event.language, email=event.emails.post)
