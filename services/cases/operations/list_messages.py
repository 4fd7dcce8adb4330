"""Firm and utility read what was written about a case."""

from __future__ import annotations

from services.cases.contract.operations.dialogue import ListMessages
from services.cases.contract.types.dialogue import Dialogue
from services.cases.steps.message_entries import entries
from services.cases.store import cases, dialogue
from services.chassis.db.work import Work


def list_messages(request: ListMessages, work: Work) -> Dialogue:
    """The newest page or, from a cursor, older ones. Raises CaseNotFound."""
    cases.found(work, request.case_id)
    found, older = dialogue.page(work.session, work.actor, request)
    return Dialogue(items=entries(work, found), next=older)
