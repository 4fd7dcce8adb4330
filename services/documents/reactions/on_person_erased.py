"""A person is to be forgotten: uploads that never became documents lose the name."""

from __future__ import annotations

from services.chassis.db import inbox
from services.chassis.db.work import Work
from services.documents.store import uploads
from services.identity.contract.events.privacy import PersonErased


def on_person_erased(event: PersonErased, work: Work) -> None:
    """The journal keeps who sent each document, as the archive must."""
    uploads.forget_uploader(work.session, event.person_id)
    inbox.forget(work.session, event.person_id)
