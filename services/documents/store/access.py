"""The one rule of who sees a case's documents; used by every look-up and every list."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, false, or_

from services.chassis.messages import Actor
from services.documents.model import CaseAccess, Document, Shielding

FIRM_READERS = ("firm_admin", "applicant", "field_worker", "reader")
STAFF_READERS = (
    "caseworker",
    "approver",
    "zone_operator",
    "duty_officer",
    "archivist",
    "administrator",
    "auditor",
)
"""As cases has them: who does not see a case does not see its documents."""
FOLDER_READERS = ("firm_registrar", "administrator", "auditor")
"""Who looks at what a firm has proven."""
FOLDER = "foretak"
"""Stands where a case's number does, for a firm's own folder."""


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """The cases of a firm and those it is on, at the utility it acts towards; to staff, their
    utility's.

    A draft is its firms' alone: the utility sees a case from the submit, when it has a number.
    """
    if _is_firm(actor):
        on_it = or_(CaseAccess.firm_id == actor.firm_id, CaseAccess.parties.has_key(actor.firm_id))
        return and_(on_it, CaseAccess.utility == actor.utility)
    if actor.audience == "operator" and actor.utility:
        return and_(CaseAccess.utility == actor.utility, _shown_to_staff(actor))
    return false()


def _shown_to_staff(actor: Actor) -> ColumnElement[bool]:
    """Cases with a number to those who handle them, firms' own papers to those who let firms in."""
    cases = CaseAccess.number.is_not(None) & (CaseAccess.number != FOLDER)
    shown: list[ColumnElement[bool]] = [cases] if actor.has(*STAFF_READERS) else []
    if actor.has(*FOLDER_READERS):
        shown.append(CaseAccess.number == FOLDER)
    return or_(false(), *shown)


def had_by(actor: Actor) -> ColumnElement[bool]:
    """Cases that were taken from the actor's firm."""
    if not _is_firm(actor):
        return false()
    had = CaseAccess.formers.contains([actor.firm_id])
    return and_(had, CaseAccess.utility == actor.utility)


def readable_by(actor: Actor) -> ColumnElement[bool]:
    """Documents of visible cases; of a case one had, those one's own firm sent.

    To firms the journal less internal and shielded entries, whoever sent them.
    """
    sent = and_(had_by(actor), Document.firm_id == actor.firm_id)
    seen = or_(visible_to(actor), sent)
    return and_(seen, shown_to_firms()) if actor.audience == "contractor" else seen


def shown_to_firms() -> ColumnElement[bool]:
    """What went out is shown when it has passed inspection; what came in, from the first moment."""
    theirs = Document.journal_type == "I"
    sent = and_(Document.journal_type == "U", Document.state == "accepted")
    shielded = exists().where(Shielding.document_id == Document.id, Shielding.lifted_at.is_(None))
    return and_(or_(theirs, sent), ~shielded)


def _is_firm(actor: Actor) -> bool:
    named = bool(actor.firm_id and actor.utility)
    return actor.audience == "contractor" and named and actor.has(*FIRM_READERS)
