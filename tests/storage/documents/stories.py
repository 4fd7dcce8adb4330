"""The people, the case and the files the stories are about, and how they are told."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import select

from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.events.decisions import (
    DecisionProposed,
    DecisionRecorded,
    StatementGiven,
)
from services.cases.contract.events.deficiencies import (
    InformationRequested,
    SupplementAccepted,
    SupplementSent,
)
from services.cases.contract.events.life import (
    CaseAssigned,
    CaseCreated,
    CaseReceived,
    CaseSubmitted,
)
from services.chassis import clock
from services.chassis.db.tables import Audit, Outbox
from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from services.chassis.messages import Actor, Event, Request
from services.chassis.objects import ObjectStore
from services.documents import operations, reactions
from services.documents.contract.operations import CompleteUpload, ListDocuments, StartUpload
from services.documents.contract.parts import part_key, size_of_part
from services.documents.contract.types import DocumentView, UploadView

Reply = TypeVar("Reply", bound=BaseModel)

CASE = "case-1"
UTILITY = "utility-1"
NUMBER = "VA-2023-000123"
NOON = datetime(2023, 3, 13, 11, 0, tzinfo=UTC)

KARI = Actor(
    audience="contractor",
    user_id="kari",
    name="Kari Nordmann",
    firm_id="firm-1",
    firm_name="Fjell Rør AS",
    utility=UTILITY,
    roles=frozenset({"applicant"}),
)
READER = KARI.model_copy(update={"user_id": "lise", "roles": frozenset({"reader"})})
STRANGER = KARI.model_copy(update={"user_id": "per", "firm_id": "firm-2"})
ELSEWHERE = KARI.model_copy(update={"utility": "utility-2"})
SIRI = Actor(
    audience="operator",
    user_id="siri",
    name="Siri Saksbehandler",
    utility=UTILITY,
    roles=frozenset({"caseworker"}),
)
OTHER_UTILITY = SIRI.model_copy(update={"utility": "utility-2"})
ADMINISTRATOR = SIRI.model_copy(update={"roles": frozenset({"administrator"})})
NOBODY = Actor()
SYSTEM = Actor.system("documents", UTILITY)


def ask(
    operation: Callable[[Any, Work], Reply], request: Request[Any], actor: Actor = KARI
) -> Reply:
    """One call in a transaction of its own."""
    with begin(actor) as work:
        return operation(request, work)


def hear(*events: Event, utility: str = UTILITY) -> None:
    """Each event handled as from the inbox."""
    for event in events:
        name = event.type_name().partition(".")[0]
        with begin(Actor.system("documents", utility)) as work:
            getattr(reactions, f"on_{name}")(event, work)


def about(revision: int, status: str, ball: str = "utility", **more: Any) -> dict[str, Any]:
    """The fields every event of the case has."""
    return {
        "case_id": CASE,
        "revision": revision,
        "number": None if status == "draft" else NUMBER,
        "type": "RORM",
        "type_title": {"nb": "Rørleggermelding", "nn": "Røyrleggjarmelding", "en": "Notice"},
        "title": "Ny stikkledning",
        "status": status,
        "ball": ball,
        "firm": {"firm_id": "firm-1", "name": "Fjell Rør AS", "orgnr": "310529915"},
        "contact": {"person_id": "kari", "name": "Kari Nordmann"},
        "caseworker": {"person_id": "siri", "name": "Siri Saksbehandler"},
        "place": "Eksempelveien 14, gnr. 164 bnr. 123",
        **more,
    }


def created() -> CaseCreated:
    return CaseCreated(**about(1, "draft", "firm"))


def submitted() -> CaseSubmitted:
    return CaseSubmitted(**about(2, "submitted"), document_ids=[])


def received() -> CaseReceived:
    zone = {"code": "S", "name": "Sone sør", "email": "sone@vann.example", "phone": "+4755567815"}
    return CaseReceived(
        **about(3, "received"),
        received_at=NOON,
        expected_by=NOON + timedelta(days=21),
        zone=zone,
        summary=[({"nb": "Dimensjon", "nn": "Dimensjon", "en": "Dimension"}, "32 mm")],
    )


def information_requested(text: str = "Hvor går ledningen?") -> InformationRequested:
    item = {"item_id": "i1", "number": 1, "state": "open", "code": "clarify", "text": text}
    return InformationRequested(
        **about(5, "information_requested", "firm"),
        letter=1,
        severity="minor",
        due_at=NOON + timedelta(days=21),
        items=[item],
    )


def decision_recorded() -> DecisionRecorded:
    return DecisionRecorded(
        **about(9, "approved_with_conditions", "nobody"),
        outcome="approved_with_conditions",
        conditions=["Trykkprøving før grøften fylles."],
        text="Kravene er oppfylt.",
        decided_by={"person_id": "arne", "name": "Arne Godkjenner"},
        decided_at=NOON,
        appeal_until=NOON + timedelta(days=21),
    )


def statement_given() -> StatementGiven:
    return StatementGiven(
        **about(9, "statement_given", "nobody"),
        conditions=[],
        text="Det er kapasitet.",
        given_by={"person_id": "arne", "name": "Arne Godkjenner"},
        given_at=NOON,
    )


def whole_life() -> list[CaseEvent]:
    """Every event of a case that ends with a decision, in the order they happened."""
    return [
        created(),
        submitted(),
        received(),
        CaseAssigned(**about(4, "in_progress")),
        information_requested(),
        SupplementSent(**about(6, "supplemented"), letter=1, complete=True, document_ids=[]),
        SupplementAccepted(**about(7, "in_progress"), letter=1),
        DecisionProposed(**about(8, "awaiting_approval"), outcome="approved"),
        decision_recorded(),
    ]


def announce(content: bytes, filename: str = "plan.pdf", **more: Any) -> UploadView:
    actor = more.pop("actor", KARI)
    request = StartUpload(
        **{"case_id": CASE, "filename": filename, "size": len(content), "kind": "ANNET", **more}
    )
    return ask(operations.start_upload, request, actor)


def send(store: ObjectStore, upload: UploadView, content: bytes, *numbers: int) -> None:
    """Put the parts where the gateway puts them; all of them when none is named."""
    for number in numbers or range(1, upload.parts + 1):
        start = (number - 1) * upload.part_size
        size = size_of_part(number, upload.size, upload.part_size)
        store.put(part_key(upload.upload_id, number), [content[start : start + size]], size)


def complete(upload: UploadView, actor: Actor = KARI, sha256: str | None = None) -> DocumentView:
    request = CompleteUpload(upload_id=upload.upload_id, sha256=sha256)
    return ask(operations.complete_upload, request, actor)


def uploaded(
    store: ObjectStore, content: bytes, filename: str = "plan.pdf", **more: Any
) -> DocumentView:
    """A whole upload, in quarantine."""
    upload = announce(content, filename, **more)
    send(store, upload, content)
    return complete(upload, more.get("actor", KARI))


def journal(actor: Actor = KARI) -> list[DocumentView]:
    return ask(operations.list_documents, ListDocuments(case_id=CASE), actor).items


def told() -> list[str]:
    """Types of the events told, in order."""
    with begin(SYSTEM) as work:
        return list(work.session.scalars(select(Outbox.type).order_by(Outbox.sequence)))


def trail(tag: str) -> list[Audit]:
    with begin(SYSTEM) as work:
        found = list(work.session.scalars(select(Audit).where(Audit.tag == tag)))
        work.session.expunge_all()
        return found


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def later(**passed: float) -> datetime:
    return clock.now() + timedelta(**passed)
