"""Send a link by e-mail; only its hash stays here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.chassis.db.work import Work
from services.chassis.seal import seal
from services.identity.contract.events.secrets import LinkIssued, LinkPurpose
from services.identity.contract.types.words import Language, Portal
from services.identity.steps import limits


@dataclass(frozen=True)
class LinkTo:
    """Whom a link is for and where it leads; `path` holds `{token}`."""

    purpose: LinkPurpose
    person_id: str
    email: str
    language: Language
    portal: Portal
    utility: str
    path: str
    expires_at: datetime
    firm_name: str = ""


def send_link(work: Work, to: LinkTo, token: str) -> None:
    """Have it sent, within the limits. Raises TooManySends."""
    limits.claim_mail(work, to.email)
    work.emit(
        LinkIssued(
            person_id=to.person_id,
            purpose=to.purpose,
            portal=to.portal,
            email=to.email,
            path=to.path,
            sealed_token=seal(token),
            expires_at=to.expires_at,
            language=to.language,
            firm_name=to.firm_name,
        ),
        utility=to.utility,
    )
