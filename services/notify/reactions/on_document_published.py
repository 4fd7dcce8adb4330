"""The utility put a document on a case: its firm is told."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.events import DocumentPublished
from services.notify.outgoing import links
from services.notify.outgoing.case_words import NO_NUMBER
from services.notify.outgoing.recipients import NotHeardOfYet, contact_and_firm
from services.notify.outgoing.tell import tell
from services.notify.store import contacts


def on_document_published(event: DocumentPublished, work: Work) -> None:
    """That there is one, never what it is called: it may be shielded before the message is read.

    Raises NotHeardOfYet, and is tried again, until the case is known.
    """
    party = contacts.case_party(work.session, event.case_id)
    if party is None:
        raise NotHeardOfYet
    tell(
        work,
        "document_published",
        contact_and_firm(work.session, party.contact_id, party.firm_id),
        lambda language: {
            "number": party.number or NO_NUMBER,
            "type": party.type_title.get(language) or party.type_title["nb"],
            "place": party.place or NO_NUMBER,
            "link": links.case_page(event.case_id),
        },
        about=event.document_id,
    )
