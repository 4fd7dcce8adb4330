"""Send a link to an address of a firm; only the token's hash stays here."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlencode

from services.chassis.db.work import Work
from services.chassis.keyed_hash import keyed_hash
from services.chassis.seal import seal
from services.identity.contract.events.firms import FirmLinkIssued, FirmLinkPurpose
from services.identity.model import FirmAtUtility
from services.identity.steps import limits

PAGES: dict[FirmLinkPurpose, str] = {
    "address": "/foretak/epost",
    "confirmation": "/foretak/bekreft",
}


def send_firm_link(
    work: Work,
    known: FirmAtUtility,
    purpose: FirmLinkPurpose,
    email: str,
    token: str,
    *,
    expires_at: datetime,
    **query: str,
) -> None:
    """Have it sent, within the limits. Raises TooManySends."""
    limits.claim_mail(work, email)
    asked = urlencode({"foretak": known.firm_id, "verk": known.utility, **query})
    issued = {
        "firm_id": known.firm_id,
        "purpose": purpose,
        "email": email,
        "path": f"{PAGES[purpose]}?{asked}&token={{token}}",
        "sealed_token": seal(token),
        "expires_at": expires_at,
        "language": known.language,
        "firm_name": known.name,
    }
    work.emit(FirmLinkIssued.model_validate(issued), utility=known.utility)


def token_hash(known: FirmAtUtility, purpose: str, token: str) -> str:
    """What is kept of a token; worth nothing for another firm, utility or purpose."""
    return keyed_hash("firm-link", f"{known.firm_id}:{known.utility}:{purpose}:{token}")
