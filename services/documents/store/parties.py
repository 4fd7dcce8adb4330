"""Utilities and firms, as identity tells of them."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.documents.model import Firm, Utility


def know_utility(session: Session, utility_id: str, name: str, sequence: int) -> None:
    """Remember its name; an older event never overwrites a newer."""
    new = insert(Utility).values(utility_id=utility_id, name=name, sequence=sequence)
    session.execute(
        new.on_conflict_do_update(
            index_elements=[Utility.utility_id],
            set_={"name": new.excluded.name, "sequence": new.excluded.sequence},
            where=Utility.sequence < new.excluded.sequence,
        )
    )


def know_language(session: Session, firm_id: str, language: str, revision: int) -> None:
    """Remember the language the firm is written to in, as of that revision of the firm."""
    new = insert(Firm).values(firm_id=firm_id, language=language, revision=revision)
    session.execute(
        new.on_conflict_do_update(
            index_elements=[Firm.firm_id],
            set_={"language": new.excluded.language, "revision": new.excluded.revision},
            where=Firm.revision < new.excluded.revision,
        )
    )
