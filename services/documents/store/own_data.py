"""What documents keeps of one person."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from services.chassis.db.own_data import DEEDS, Rows, Section
from services.chassis.messages import Actor
from services.documents.model import CaseAccess, Document, Upload
from services.documents.store.access import shown_to_firms

NUMBER = func.coalesce(CaseAccess.number, "").label("about")


def _on_side_of(actor: Actor, journal_type: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Firms send what comes in; all else is the utility's."""
    came_in = journal_type == "I"
    return came_in if actor.audience == "contractor" else ~came_in


def files(actor: Actor) -> Rows:
    """Entries of journals that the actor sent and may see; the bytes are read where the case is."""
    sent = [Document.uploader_id == actor.user_id, _on_side_of(actor, Document.journal_type)]
    if actor.audience == "contractor":
        sent.append(shown_to_firms())
    return (
        select(
            Document.id.label("key"),
            Document.created_at.label("at"),
            NUMBER,
            Document.filename,
            Document.kind,
            Document.size,
            Document.sha256,
            Document.state,
            Document.journal_number,
            Document.uploader_name,
        )
        .outerjoin(CaseAccess, CaseAccess.case_id == Document.case_id)
        .where(*sent, Document.utility == actor.utility)
    )


def uploads(actor: Actor) -> Rows:
    """Announced by the actor, and never whole."""
    sent = Upload.uploader_id == actor.user_id, _on_side_of(actor, Upload.journal_type)
    return (
        select(
            Upload.id.label("key"),
            Upload.created_at.label("at"),
            NUMBER,
            Upload.filename,
            Upload.kind,
            Upload.size,
            Upload.uploader_name,
        )
        .outerjoin(CaseAccess, CaseAccess.case_id == Upload.case_id)
        .where(*sent, Upload.document_id.is_(None), Upload.utility == actor.utility)
    )


SECTIONS = (Section("file", files), Section("upload", uploads), DEEDS)
"""Which files the actor has read stands among the deeds."""
