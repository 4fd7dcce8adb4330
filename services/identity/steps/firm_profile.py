"""A firm's profile as its own people see it, and changes of it."""

from __future__ import annotations

from datetime import timedelta

from services.chassis import ids
from services.chassis.db.work import Work
from services.chassis.messages import NotForYou
from services.identity.contract.errors import FirmNotFound
from services.identity.contract.types.firm_profile import (
    AddressPurpose,
    AddressUnderWay,
    FirmProfile,
    UndeliverableAddress,
)
from services.identity.model import AddressChange, FirmAtUtility
from services.identity.steps.firm_links import send_firm_link, token_hash
from services.identity.steps.firm_page import firm_page
from services.identity.store import addresses, firms

PROOF = timedelta(days=7)
"""So long a link to a new address is good: firms read their mail on Mondays."""


def own_firm(work: Work, *, lock: bool = False, administrator: bool = False) -> firms.Row:
    """The firm one acts for. Raises FirmNotFound while none is chosen, NotForYou."""
    actor = work.actor
    if not actor.firm_id:
        raise FirmNotFound
    if administrator and not actor.has("firm_admin"):
        raise NotForYou
    return firms.known(work.session, actor.firm_id, actor.utility, lock=lock)


def profile_of(work: Work, row: firms.Row) -> FirmProfile:
    """With what is under way and what does not arrive; people for administrators."""
    firm, known = row
    page = firm_page(work, firm, known, with_people=work.actor.has("firm_admin"))
    return FirmProfile.model_validate(
        {
            **dict(page),
            "under_way": [
                AddressUnderWay.model_validate(change, from_attributes=True)
                for change in addresses.changes(work.session, known, work.now)
            ],
            "undeliverable": [
                UndeliverableAddress.model_validate(
                    {"purpose": bounce.purpose, "email": bounce.email, "since": bounce.at}
                )
                for bounce in addresses.bounces(work.session, known)
            ],
            "confirmed_at": known.confirmed_at,
        }
    )


def ask_for_proof(work: Work, known: FirmAtUtility, purpose: AddressPurpose, email: str) -> None:
    """Send the link to the new address; the old one is used until it is opened."""
    token, expires_at = ids.secret(), work.now + PROOF
    addresses.keep_change(
        work.session,
        AddressChange(
            firm_id=known.firm_id,
            utility=known.utility,
            purpose=purpose,
            email=email,
            token_hash=token_hash(known, f"address:{purpose}", token),
            asked_at=work.now,
            expires_at=expires_at,
        ),
    )
    send_firm_link(work, known, "address", email, token, expires_at=expires_at, formal=purpose)
