"""What cases shows: a case as its reader may see it."""

from __future__ import annotations

from typing import Any

from services.cases.catalogue.clients import client_of
from services.cases.contract.types.case import CaseRow, CaseView, TimelineEntry
from services.cases.contract.types.decisions import DecisionView
from services.cases.contract.types.drafts import Origin
from services.cases.contract.types.exemptions import ExemptionView
from services.cases.contract.types.parties import FirmRef, PersonRef
from services.cases.domain import lifecycle
from services.cases.domain.situation import Situation
from services.cases.model import Case, CaseHistory
from services.cases.store import (
    access,
    appeals,
    attached,
    case_parties,
    case_types,
    cases,
    dialogue,
    drafts,
    exemptions,
    forms,
    letters,
    prepared,
    situations,
    type_versions,
    zones,
)
from services.cases.store.search import Found
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def case_view(work: Work, case: Case, now: Situation | None = None) -> CaseView:
    """The case page; a proposal is the utility's own until it is decided."""
    asked = situations.after(now, case) if now else situations.of(work, case)
    staff = work.actor.audience != "contractor"
    has = attached.to(work, case)
    zone = zones.contact(work.session, case.utility, case.zone)
    kind = case_types.kept(work.session, case.type, case.type_version)
    return CaseView(
        **row_fields(case),
        utility=case.utility,
        type_version=case.type_version,
        case_class=case.case_class,
        created_at=case.created_at,
        received_at=case.received_at,
        complete_at=case.complete_at,
        zone_contact=zone,
        zone_name=zone.name if zone else "",
        values=case.form,
        origin=Origin.model_validate(case.origin),
        properties=forms.properties(kind, case.form),
        client=client_of(kind, case.form),
        deficiencies=letters.deficiencies(work.session, case) if has.letters else [],
        prepared=prepared.of(work, case),
        proposal=_decision(case.proposal) if staff else None,
        decision=_decision(case.decision),
        earlier_decisions=[DecisionView.model_validate(each) for each in case.earlier_decisions],
        appeal=appeals.kept(case),
        started_at=case.started_at,
        lapses_at=case.lapses_at,
        actions=lifecycle.actions_open_to(asked),
        newer=None if staff else type_versions.newer(work.session, case, work.now),
        sequence=case.version,
        parties=case_parties.shown(work.session, case, work.actor, alone=not has.parties),
        standing=access.standing(work.actor, case),
        contact=contact_of(case),
        exemptions=_exemptions(work, case) if has.exemptions else [],
        continues=cases.link(work.session, case.continues),
        unread=_unread(work, case) if has.messages else 0,
    )


def _unread(work: Work, case: Case) -> int:
    return dialogue.unread(work.session, work.actor, [case.id]).get(case.id, 0)


def _exemptions(work: Work, case: Case) -> list[ExemptionView]:
    """Those of a firm that takes part are that firm's to see."""
    firm_id = work.actor.firm_id or case.firm_id
    held = exemptions.for_case(work.session, case, firm_id, work.now)
    return [exemptions.view(each) for each in held]


def row_fields(case: Case) -> dict[str, Any]:
    """What a case shows in a list and on its page."""
    return {
        "case_id": case.id,
        "number": case.number,
        "type": case.type,
        "type_title": case.type_title,
        "title": case.title,
        "status": case.status,
        "ball": lifecycle.ball(case.lifecycle, case.status),
        "firm": firm_of(case),
        "place": case.place,
        "zone": case.zone,
        "caseworker": caseworker_of(case),
        "submitted_at": case.submitted_at,
        "expected_by": case.expected_by,
        "due_at": case.due_at,
        "updated_at": case.updated_at,
        "version": case.version,
        "edited": drafts.last_edit(case) if case.status == "draft" else None,
    }


def case_row(found: Found, actor: Actor, unread: int = 0) -> CaseRow:
    """A case in a list, marked when the other side has done something since one looked."""
    case = found.case
    news_at = case.firm_news_at if actor.audience == "contractor" else case.utility_news_at
    news = news_at is not None and (found.seen_at is None or found.seen_at < news_at)
    zone_name = found.zone_name or ""
    return CaseRow(**row_fields(case), zone_name=zone_name, unread=unread, news=news)


def timeline_entry(entry: CaseHistory, *, for_firm: bool) -> TimelineEntry:
    """One step; the utility's own reasons stay its own, and the system has no name."""
    facts = {} if for_firm and entry.internal else entry.facts
    by = "" if entry.by_audience == "system" else entry.by_name
    return TimelineEntry(at=entry.at, action=entry.action, status=entry.status, by=by, facts=facts)


def firm_of(case: Case) -> FirmRef:
    """The firm as it was on the case."""
    return FirmRef(firm_id=case.firm_id, name=case.firm_name, orgnr=case.firm_orgnr)


def contact_of(case: Case) -> PersonRef | None:
    """Who acts for the firm; nobody until somebody of a new firm takes it."""
    if not case.contact_id:
        return None
    return PersonRef(person_id=case.contact_id, name=case.contact_name)


def caseworker_of(case: Case) -> PersonRef | None:
    """Who handles it, when somebody does."""
    if case.caseworker_id is None:
        return None
    return PersonRef(person_id=case.caseworker_id, name=case.caseworker_name or "")


def _decision(kept: dict[str, Any] | None) -> DecisionView | None:
    return DecisionView.model_validate(kept) if kept else None
