"""A firm sends a case in; the utility receives it in the same transaction."""

from __future__ import annotations

from services.cases import events
from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.clients import client_of
from services.cases.catalogue.shown import summary
from services.cases.contract.events.life import CaseReceived, CaseSubmitted
from services.cases.contract.operations.drafts import SubmitCase
from services.cases.contract.types.case import CaseView
from services.cases.domain.situation import Situation
from services.cases.domain.zones import FALLBACK
from services.cases.model import Case
from services.cases.steps import appealing
from services.cases.store import (
    case_types,
    cases,
    clocks,
    documents,
    drafts,
    forms,
    known,
    moves,
    numbers,
    references,
    situations,
    submissions,
    zones,
)
from services.cases.views import case_view
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def submit_case(request: SubmitCase, work: Work) -> CaseView:
    """Submit and receive it: number, zone and expected answer are in the reply.

    Files may still be under inspection. Raises CaseNotFound, StaleVersion, ActionNotOpen,
    RoleMissing, FirmNotApproved, NotForYourProfession, TypeNotOpen, DraftOutdated, IntakeFrozen,
    FormIncomplete, DocumentNotReady.
    """
    case = cases.locked(work, request.case_id)
    if request.version is not None and case.status == "draft":
        drafts.ensure_current(case, request.version)
    now = situations.of(work, case)
    kind = case_types.kept(work.session, case.type, case.type_version)
    with work.session.no_autoflush:  # the row and its twenty indexes are written once, at the end
        _submit(work, case, now, kind)
        _receive(work, case, now, kind)
        return case_view(work, case, now)


def _submit(work: Work, case: Case, now: Situation, kind: CaseType) -> None:
    moves.follow(work, case, now, "submit")
    forms.replace(case, kind, kind.visible(case.form))
    attached = list(kind.attachments(case.form))
    documents.ensure_ready(work.session, case, attached)
    case.submitted_at = work.now
    case.contact_id, case.contact_name = work.actor.user_id, work.actor.name
    case.firm_name, case.firm_orgnr = work.actor.firm_name, work.actor.firm_orgnr
    submissions.keep(work, case, first=True)
    work.emit(events.of_case(CaseSubmitted, case, document_ids=attached))


def _receive(work: Work, case: Case, now: Situation, kind: CaseType) -> None:
    """The number comes last: its counter holds up the utility's other submissions."""
    followed = references.followed(work, kind, case)
    case.zone = _zone(work, case, kind, followed)
    known.name_default(work.session, case)
    filenames = documents.names(work.session, case, kind.attachments(case.form))
    case.received_at = case.complete_at = work.now
    case.interim_due_at = clocks.interim_due_at(work, case)
    case.number = numbers.next_number(work.session, case.utility, work.now)
    system = Actor.system("cases", case.utility)
    moves.follow(
        work,
        case,
        situations.after(now, case, actor=system),
        "receive",
        facts={"number": case.number, "zone": case.zone},
    )
    if followed is not None:
        said = {"number": case.number, "type_title": case.type_title}
        moves.note(work, followed, "refer", said)
        appeal = appealing.begun_by_case(work, case, kind, followed)
        if appeal is not None:
            work.emit(events.case_appealed(followed, appeal))
    work.emit(
        events.of_case(
            CaseReceived,
            case,
            received_at=case.received_at,
            expected_by=case.expected_by,
            zone=zones.contact(work.session, case.utility, case.zone),
            summary=summary(kind, case.form, filenames),
            client=client_of(kind, case.form),
        ),
        by=system,
    )


def _zone(work: Work, case: Case, kind: CaseType, followed: Case | None) -> str:
    """Where its properties are; without any, where the case it follows is handled."""
    if kind.property_field or followed is None:
        return zones.route(work.session, case.utility, forms.properties(kind, case.form))
    references.take_place(case, followed)
    return followed.zone or FALLBACK
