"""People, firms, utilities and case parties as last heard of; older news never overwrites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.notify.model import (
    Base,
    CaseParty,
    Contact,
    FirmContact,
    FirmStanding,
    Freeze,
    Utility,
)

UNNAMED = "Entreprenørportalen"


def hear(session: Session, table: type[Base], **known: Any) -> bool:
    """Keep what is known unless something newer (or the same) is kept; True when it was news."""
    order = "sequence" if table is Utility else "revision"
    key = [column.name for column in table.__table__.primary_key]
    fixed = {*key, "language_revision"} | ({"language"} if "language_revision" in known else set())
    fresh = insert(table).values(**known)
    heard = session.execute(
        fresh.on_conflict_do_update(
            index_elements=key,
            set_={name: fresh.excluded[name] for name in known if name not in fixed},
            where=getattr(table, order) < fresh.excluded[order],
        ).returning(*(getattr(table, name) for name in key))
    ).one_or_none()
    return heard is not None


def hear_firm(session: Session, known: FirmContact, language: str | None) -> None:
    """Keep a firm's address, and its language when the event names one."""
    hear(
        session,
        FirmContact,
        firm_id=known.firm_id,
        revision=known.revision,
        orgnr=known.orgnr,
        name=known.name,
        email=known.email,
        language="nb",
        language_revision=0,
    )
    if language is not None:
        session.execute(
            update(FirmContact)
            .where(
                FirmContact.firm_id == known.firm_id,
                FirmContact.language_revision < known.revision,
            )
            .values(language=language, language_revision=known.revision)
        )


def person(session: Session, person_id: str) -> Contact | None:
    """Somebody, if heard of."""
    return session.get(Contact, person_id, populate_existing=True)


def firm(session: Session, firm_id: str) -> FirmContact | None:
    """A firm, if heard of."""
    return session.get(FirmContact, firm_id, populate_existing=True)


def case_party(session: Session, case_id: str) -> CaseParty | None:
    """Who is on a case, if heard of."""
    return session.get(CaseParty, case_id, populate_existing=True)


def freeze(session: Session, freeze_id: str) -> Freeze | None:
    """A freeze window, if heard of."""
    return session.get(Freeze, freeze_id, populate_existing=True)


def utility_name(session: Session, utility: str) -> str:
    """What the utility calls itself; the portal's name until it is heard of."""
    name = session.scalar(select(Utility.name).where(Utility.utility == utility))
    return name or UNNAMED


def portals_of(session: Session, utility: str) -> tuple[str, str]:
    """The addresses of its two portals; empty ones are the installation's own."""
    row = session.execute(
        select(Utility.contractor_url, Utility.operator_url).where(Utility.utility == utility)
    ).one_or_none()
    return (row[0], row[1]) if row else ("", "")


def approved_firms(session: Session, utility: str) -> Sequence[FirmContact]:
    """Every firm the utility has approved."""
    return session.scalars(
        select(FirmContact)
        .join(FirmStanding, FirmStanding.firm_id == FirmContact.firm_id)
        .where(FirmStanding.utility == utility, FirmStanding.status == "approved")
        .order_by(FirmContact.firm_id)
    ).all()
