"""Builds what cases tells, from the case as it is after the change."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from services.cases.contract.events.appeals import AppealHandled, CaseAppealed
from services.cases.contract.events.case_event import CaseEvent
from services.cases.contract.events.deficiencies import InformationRequested
from services.cases.contract.events.endings import CaseClosedUnanswered
from services.cases.contract.events.freezes import FreezeChanged
from services.cases.contract.types.appeals import AppealView
from services.cases.contract.types.words import AppealStep
from services.cases.domain import lifecycle
from services.cases.domain.freezes import state_at
from services.cases.model import Case, FreezeWindow, Letter, LetterItem
from services.cases.store.letters import item_view
from services.cases.views import caseworker_of, contact_of, firm_of
from services.chassis.db.work import Work

E = TypeVar("E", bound=CaseEvent)


def of_case(event: type[E], case: Case, **said: Any) -> E:
    """The event with what is common to all events of a case."""
    return event(
        case_id=case.id,
        revision=case.version,
        number=case.number,
        type=case.type,
        type_title=case.type_title,
        title=case.title,
        status=case.status,
        ball=lifecycle.ball(case.lifecycle, case.status),
        firm=firm_of(case),
        contact=contact_of(case),
        caseworker=caseworker_of(case),
        place=case.place,
        parties=case.parties,
        formers=case.formers,
        **said,
    )


def information_requested(
    case: Case, letter: Letter, items: list[LetterItem]
) -> InformationRequested:
    """The letter as it stands, also when items were added to it."""
    return of_case(
        InformationRequested,
        case,
        letter=letter.number,
        severity=letter.severity,
        due_at=letter.due_at,
        items=[item_view(item) for item in items],
    )


def case_appealed(case: Case, appeal: AppealView) -> CaseAppealed:
    """The appeal as it was taken in."""
    return of_case(
        CaseAppealed,
        case,
        text=appeal.text,
        document_ids=appeal.document_ids,
        received_at=appeal.received_at,
        appeal_until=appeal.appeal_until,
        late=appeal.state == "late",
        body=appeal.body,
    )


def appeal_handled(case: Case, step: AppealStep, reason: str) -> AppealHandled:
    """One step of an appeal's way, with the body that decides."""
    body = case.appeal["body"] if case.appeal else None
    return of_case(AppealHandled, case, step=step, reason=reason, body=body)


def closed_unanswered(
    case: Case, letter: Letter | None, reason: str, at: datetime
) -> CaseClosedUnanswered:
    """With what was asked for and until when."""
    return of_case(
        CaseClosedUnanswered,
        case,
        letter=letter.number if letter else 0,
        asked_at=letter.sent_at if letter else at,
        due_at=letter.due_at if letter else at,
        closed_at=at,
        reason=reason,
    )


def tell_freeze(work: Work, window: FreezeWindow) -> None:
    """Tell where the freeze stands now, and remember that it was told."""
    window.revision += 1
    window.told = state_at(window, work.now)
    work.emit(
        FreezeChanged(
            freeze_id=window.id,
            revision=window.revision,
            starts_at=window.starts_at,
            ends_at=window.ends_at,
            blocks=window.blocks,
            reason=window.reason,
            state=window.told,
        ),
        utility=window.utility,
    )
