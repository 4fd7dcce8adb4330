"""The firm is told of a document the utility put on its case, and of nothing it may not see."""

from __future__ import annotations

import pytest

from services.cases.contract.events.life import CaseCreated
from services.documents.contract.events import DocumentPublished, DocumentRejected
from services.notify.outgoing.recipients import NotHeardOfYet
from tests.storage.notify.case_events import CASE, FIRM_EMAIL, NUMBER, happened
from tests.storage.notify.desk import NORAS_EMAIL, Desk
from tests.storage.notify.test_case_news import mailed

FILE = {"case_id": CASE, "document_id": "d1", "filename": "kvikksølv.pdf", "kind": "ANNET"}


def test_whoever_acts_for_the_firm_and_the_firm_are_told_once(known: Desk) -> None:
    known.hear(happened(CaseCreated, number=NUMBER, revision=1))
    known.hear(DocumentPublished(**FILE))
    known.hear(DocumentPublished(**FILE))
    told = mailed(known)
    assert told.keys() == {NORAS_EMAIL, FIRM_EMAIL}
    assert NUMBER in told[NORAS_EMAIL]
    assert f"/saker/{CASE}" in told[NORAS_EMAIL]
    assert len(known.post.mails) == len(told)


def test_what_it_is_called_stands_in_no_message(known: Desk) -> None:
    known.hear(happened(CaseCreated, number=NUMBER, revision=1))
    known.hear(DocumentPublished(**FILE))
    assert "kvikksølv" not in str(known.post.mails)


def test_a_document_of_an_unknown_case_waits(known: Desk) -> None:
    with pytest.raises(NotHeardOfYet):
        known.hear(DocumentPublished(**FILE))


def test_a_rejected_file_of_the_utilitys_is_told_to_nobody(known: Desk) -> None:
    known.hear(happened(CaseCreated, number=NUMBER, revision=1))
    known.hear(DocumentRejected(**FILE, reason="encrypted", direction="outgoing"))
    assert known.post.mails == []
