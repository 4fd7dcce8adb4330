"""What the utility puts in a journal and shields there, for the stories about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from services.chassis.messages import Actor
from services.chassis.objects import ObjectStore
from services.documents import operations
from services.documents.contract.operations import LiftShielding, ShieldDocument
from services.documents.contract.types import DocumentView, Entry, OwnType, Shield
from services.documents.inspector.inspect_files import inspect_next_file
from tests.storage.documents.stories import KARI, SIRI, ask, uploaded
from tests.support.inputs import oversized

BASIS = "PERSONLIGE_FORHOLD"
SECRET = "kvikksølvfunnet"
"""A word of titles and file names that no firm may ever read."""
ARCHIVIST = SIRI.model_copy(update={"user_id": "aud", "roles": frozenset({"archivist"})})


def entered(
    store: ObjectStore,
    journal_type: OwnType = "U",
    title: str = f"Notat om {SECRET}",
    actor: Actor = SIRI,
    **more: Any,
) -> DocumentView:
    """A document of the utility's on the case, inspected."""
    entry = Entry(journal_type=journal_type, title=title, **more)
    name = f"{SECRET}.pdf"
    document = uploaded(store, oversized(2048), name, actor=actor, entry=entry)
    inspect_next_file()
    return document


def sent(store: ObjectStore, filename: str = f"{SECRET}-plan.pdf", actor: Actor = KARI) -> str:
    """A file of a firm's, inspected."""
    document = uploaded(store, oversized(2048), filename, actor=actor)
    inspect_next_file()
    return document.document_id


def shield(document_id: str, actor: Actor = SIRI, ends_on: date | None = None) -> DocumentView:
    """Kept from firms."""
    said = {"basis": BASIS, "reason": "Gjelder naboens helse.", "ends_on": ends_on}
    return ask(operations.shield_document, ShieldDocument(document_id=document_id, **said), actor)


def lift(document_id: str, actor: Actor = SIRI) -> DocumentView:
    """Shown again."""
    said = LiftShielding(document_id=document_id, reason="Naboen samtykker.")
    return ask(operations.lift_shielding, said, actor)


def at_once() -> Shield:
    """A shield that holds from the first moment."""
    return Shield(basis=BASIS, reason="Gjelder naboens helse.")
