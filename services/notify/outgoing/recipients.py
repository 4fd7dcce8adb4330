"""Who is told: a person, a firm or an address that came with the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from services.identity.contract.events.factors import OwnerEvent
from services.notify.domain.delivery import Channel
from services.notify.store import contacts


class NotHeardOfYet(Exception):
    """Nobody to tell is known yet; the event is tried again and, in the end, parked."""


@dataclass(frozen=True)
class Recipient:
    """Somebody and how to reach them; a channel without an address is passed over."""

    key: str
    language: str
    email: str = ""
    mobile: str = ""
    person_id: str | None = None

    def address(self, channel: Channel) -> str:
        """Where a message over that channel goes; empty when it cannot."""
        return self.email if channel == "email" else self.mobile


def owner(event: OwnerEvent, *, mobile: str = "") -> Recipient:
    """Whose account something happened to, at the address the event carries."""
    return Recipient(
        key=f"person:{event.person_id}",
        language=event.language,
        email=event.email,
        mobile=mobile,
        person_id=event.person_id,
    )


def person(session: Session, person_id: str | None) -> Recipient | None:
    """A person who is heard of and active."""
    known = contacts.person(session, person_id) if person_id else None
    if known is None or not known.active:
        return None
    return Recipient(
        key=f"person:{known.person_id}",
        language=known.language,
        email=known.email,
        mobile=known.mobile or "",
        person_id=known.person_id,
    )


def firm(session: Session, firm_id: str) -> Recipient | None:
    """A firm's post address, if heard of."""
    known = contacts.firm(session, firm_id)
    if known is None:
        return None
    return Recipient(key=f"firm:{firm_id}", language=known.language, email=known.email)


def known_firm(session: Session, firm_id: str) -> Recipient:
    """A firm's post address. Raises NotHeardOfYet."""
    found = firm(session, firm_id)
    if found is None:
        raise NotHeardOfYet
    return found


def contact_of_case(session: Session, contact_id: str | None, firm_id: str) -> Recipient:
    """Who acts for the firm, else the firm itself. Raises NotHeardOfYet."""
    found = person(session, contact_id) or firm(session, firm_id)
    if found is None:
        raise NotHeardOfYet
    return found


def contact_and_firm(session: Session, contact_id: str | None, firm_id: str) -> Sequence[Recipient]:
    """Both, but each address once. Raises NotHeardOfYet."""
    first = contact_of_case(session, contact_id, firm_id)
    second = firm(session, firm_id)
    if second is None or second.email.lower() == first.email.lower():
        return [first]
    return [first, second]


def caseworker(session: Session, person_id: str | None) -> Sequence[Recipient]:
    """The caseworker; nobody when none is named or they have left. Raises NotHeardOfYet."""
    if person_id is None:
        return []
    if contacts.person(session, person_id) is None:
        raise NotHeardOfYet
    found = person(session, person_id)
    return [found] if found else []
