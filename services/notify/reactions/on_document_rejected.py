"""A file did not pass inspection: whoever acts for the firm is told why."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.events import DocumentRejected
from services.documents.contract.folders import is_firm_folder
from services.notify.messages import word
from services.notify.model import CaseParty
from services.notify.outgoing import links
from services.notify.outgoing.recipients import NotHeardOfYet, contact_of_case
from services.notify.outgoing.tell import tell
from services.notify.store import contacts


def on_document_rejected(event: DocumentRejected, work: Work) -> None:
    """By e-mail. Raises NotHeardOfYet, and is tried again, until the case is known.

    A firm sees its own papers beside what they prove, and is not written to; nor is it of files
    the utility sent, which whoever sent them sees on the case.
    """
    if is_firm_folder(event.case_id) or event.direction != "incoming":
        return
    party = contacts.case_party(work.session, event.case_id)
    if party is None:
        raise NotHeardOfYet
    tell(
        work,
        "document_rejected",
        [contact_of_case(work.session, party.contact_id, party.firm_id)],
        lambda language: {
            "filename": event.filename,
            "case": _case(party, language),
            "reason": word(f"rejection.{event.reason}", language),
            "link": links.case_page(event.case_id),
        },
        about=event.document_id,
    )


def _case(party: CaseParty, language: str) -> str:
    if party.number is None:
        return word(
            "case.draft", language, type=party.type_title.get(language) or party.type_title["nb"]
        )
    return word("case.numbered", language, number=party.number)
