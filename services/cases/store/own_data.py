"""What cases keeps of one person: each kind with the rule of whose it is.

A person is given what they did on this side of this utility. What they wrote under their own name
goes with them; the content of a form is the firm's, so it is told only to who still sees the case.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Text, case, cast, func, literal, select

from services.cases.model import (
    Case,
    CaseMessage,
    CaseSeen,
    DraftChange,
    MessageReading,
    SavedView,
    Submission,
)
from services.cases.store.access import visible
from services.chassis.db.own_data import DEEDS, Rows, Section
from services.chassis.messages import Actor

NUMBER = func.coalesce(Case.number, "").label("about")


def _side(actor: Actor) -> str:
    return "firm" if actor.audience == "contractor" else "utility"


def _key(case_id: Any, number: Any) -> ColumnElement[str]:
    """Sorts by case, and within it by number."""
    return func.concat(case_id, "/", func.lpad(cast(number, Text), 9, "0")).label("key")


def _while_seen(actor: Actor, content: Any, name: str) -> ColumnElement[Any]:
    return case((visible(actor), content), else_=None).label(name)


def on_cases(actor: Actor) -> Rows:
    """Cases where the actor is the firm's contact, or the utility's caseworker."""
    named = Case.contact_id if actor.audience == "contractor" else Case.caseworker_id
    part = "contact" if actor.audience == "contractor" else "caseworker"
    return select(
        Case.id.label("key"),
        Case.created_at.label("at"),
        NUMBER,
        literal(part).label("part"),
        Case.type,
        Case.status,
        Case.firm_name,
    ).where(named == actor.user_id, Case.utility == actor.utility)


def messages(actor: Actor) -> Rows:
    """Written by the actor."""
    written = CaseMessage.by_id == actor.user_id, CaseMessage.side == _side(actor)
    return (
        select(
            CaseMessage.id.label("key"),
            CaseMessage.at.label("at"),
            NUMBER,
            CaseMessage.kind,
            CaseMessage.text,
            CaseMessage.document_ids,
            CaseMessage.firm_name,
        )
        .join(Case, Case.id == CaseMessage.case_id)
        .where(*written, Case.utility == actor.utility)
    )


def readings(actor: Actor) -> Rows:
    """Messages the actor has read, as the other side sees it."""
    read = MessageReading.person_id == actor.user_id, MessageReading.side == _side(actor)
    return (
        select(
            MessageReading.message_id.label("key"),
            MessageReading.at.label("at"),
            NUMBER,
            CaseMessage.number.label("message"),
        )
        .join(CaseMessage, CaseMessage.id == MessageReading.message_id)
        .join(Case, Case.id == CaseMessage.case_id)
        .where(*read, Case.utility == actor.utility)
    )


def submissions(actor: Actor) -> Rows:
    """Sent in by the actor."""
    return (
        select(
            _key(Submission.case_id, Submission.version),
            Submission.at.label("at"),
            NUMBER,
            Submission.version,
            Submission.text,
            Submission.items.label("answered_items"),
            _while_seen(actor, Submission.form, "form"),
        )
        .join(Case, Case.id == Submission.case_id)
        .where(Submission.by_id == actor.user_id, Case.utility == actor.utility)
    )


def saves(actor: Actor) -> Rows:
    """Saves of drafts that are still drafts."""
    return (
        select(
            _key(DraftChange.case_id, DraftChange.version),
            DraftChange.at.label("at"),
            literal("").label("about"),
            DraftChange.case_id,
            DraftChange.version,
            _while_seen(actor, DraftChange.after, "answers"),
        )
        .join(Case, Case.id == DraftChange.case_id)
        .where(DraftChange.by_id == actor.user_id, Case.utility == actor.utility)
    )


def seen(actor: Actor) -> Rows:
    """When the actor last looked at each case."""
    return (
        select(CaseSeen.case_id.label("key"), CaseSeen.at.label("at"), NUMBER)
        .join(Case, Case.id == CaseSeen.case_id)
        .where(CaseSeen.person_id == actor.user_id, Case.utility == actor.utility)
    )


def views(actor: Actor) -> Rows:
    """Filters the actor has given a name."""
    return select(
        SavedView.id.label("key"),
        SavedView.created_at.label("at"),
        literal("").label("about"),
        SavedView.name,
        SavedView.filters,
    ).where(
        SavedView.person_id == actor.user_id,
        SavedView.portal == actor.audience,
        SavedView.utility == actor.utility,
    )


SECTIONS = (
    Section("case", on_cases),
    Section("message", messages),
    Section("reading", readings),
    Section("submission", submissions),
    Section("draft_save", saves),
    Section("case_seen", seen),
    Section("saved_view", views),
    DEEDS,
)
