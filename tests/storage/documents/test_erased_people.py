"""A person erased at identity: the journal keeps who sent a document, nothing else does."""

from __future__ import annotations

from sqlalchemy import select

from services.chassis.db.transaction import begin
from services.chassis.objects import ObjectStore
from services.documents.model import Document, Upload
from services.identity.contract.events.privacy import PersonErased
from tests.storage.documents.stories import KARI, SYSTEM, announce, created, hear, uploaded


def test_uploads_that_became_nothing_lose_the_name(store: ObjectStore) -> None:
    hear(created())
    uploaded(store, b"%PDF-1.7 plan")
    announce(b"%PDF-1.7 never sent")
    hear(PersonErased(person_id=KARI.user_id, revision=2))
    with begin(SYSTEM) as work:
        uploads = work.session.scalars(select(Upload).order_by(Upload.created_at)).all()
        assert [bool(each.document_id) for each in uploads] == [True, False]
        assert [each.uploader_name for each in uploads] == [KARI.name, ""]
        document = work.session.scalars(select(Document)).one()
        assert document.uploader_name == KARI.name
