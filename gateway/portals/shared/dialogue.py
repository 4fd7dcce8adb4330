"""The dialogue on a case page: what to show, marking it read, and sending what was written."""

from __future__ import annotations

from dataclasses import replace

from fastapi import Request

from gateway.api.patience import patiently
from gateway.portals.shared.forms import Posted, built, keyed
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.uploads import take_in
from gateway.session import Caller
from services.cases.contract.operations.dialogue import ListMessages, ReadMessages, SendMessage
from services.cases.contract.types.dialogue import Dialogue
from services.chassis.messages import FieldError, InvalidRequest

MOST_SHOWN = 30
KIND = "ANNET"
"""The kind of a file sent with a message; the message says what it is."""


async def dialogue_of(caller: Caller, case_id: str, cursor: str = "") -> Dialogue | None:
    """The newest messages, or those before the cursor; None while they cannot be had."""
    return await hoped(caller.call(ListMessages(case_id=case_id, cursor=cursor, limit=MOST_SHOWN)))


async def mark_seen(caller: Caller, case_id: str, shown: Dialogue | None) -> None:
    """A whole page has been opened: its messages count as read. The page stands without it."""
    unseen = [entry.number for entry in shown.items if not entry.seen] if shown else []
    if unseen:
        await hoped(caller.call(ReadMessages(case_id=case_id, up_to=max(unseen)), step="read"))


async def send_written(request: Request, caller: Caller, case_id: str, form: Posted) -> None:
    """The message in the form, its files first. Raises what the services refuse with."""
    caller = keyed(caller, form)
    asked = _asked(case_id, form)
    documents = [
        (
            await take_in(
                request, replace(caller, key=f"{caller.key}.{at}"), file, case_id=case_id, kind=KIND
            )
        ).document_id
        for at, file in enumerate(form.files("message_files"))
    ]
    whole = asked.model_copy(update={"document_ids": documents})
    await patiently(caller, whole, "DocumentNotReady")


def _asked(case_id: str, form: Posted) -> SendMessage:
    """The fields are called `message_...`: a case page has other forms with a text."""
    kind, text = form.text("message_kind", "question"), form.text("message_text")
    if not text:
        raise InvalidRequest(errors=[FieldError(field="message_text", code="required")])
    try:
        return built(SendMessage, {"case_id": case_id, "kind": kind, "text": text})
    except InvalidRequest as refusal:
        errors = [
            error.model_copy(update={"field": f"message_{error.field}"}) for error in refusal.errors
        ]
        raise InvalidRequest(errors=errors) from None
