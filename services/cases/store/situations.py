"""Gathers what the guards look at, once per question."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.types.forms import FieldProblem
from services.cases.contract.types.words import AppealState
from services.cases.domain.expiry import expires_at
from services.cases.domain.situation import Situation
from services.cases.model import Case
from services.cases.store import (
    access,
    appeals,
    case_types,
    documents,
    freezes,
    hindrances,
    letters,
    references,
    type_versions,
)
from services.chassis.db.work import Work
from services.chassis.messages import Actor


def of(work: Work, case: Case) -> Situation:
    """The case as the actor meets it now."""
    kind = case_types.kept(work.session, case.type, case.type_version)
    firm = work.actor.audience == "contractor"
    met = hindrances.of(work, case) if firm else hindrances.NONE
    return Situation(
        actor=work.actor,
        at=work.now,
        lifecycle=case.lifecycle,
        status=case.status,
        professions=frozenset(kind.definition.professions),
        qualifications=kind.definition.qualifications,
        opens_at=kind.definition.opens_at,
        closes_at=kind.definition.closes_at,
        replaced_by=type_versions.replaced_by(work.session, case, work.now) if firm else None,
        standing=access.standing(work.actor, case) if firm else "utility",
        urgent=kind.definition.urgent,
        utility_opens_at=met.opens_at if case.status == "draft" else None,
        firm_stopped=met.firm_stopped,
        frozen_until=freezes.frozen_until(work.session, case, work.actor.firm_id, work.now)
        if met.freezing
        else {},
        problems=tuple(problems(work, case)) if firm and case.status == "draft" else (),
        proposed_by=proposer(case),
        expected_by=case.expected_by,
        may_appeal=bool(case.decision and case.decision.get("appeal_until")),
        appeal=_appeal(work, case, kind),
        appeal_case_open=appeals.has_open_case(work.session, case),
        closes_after=_closes_after(work, case),
        started=case.started_at is not None,
        lapses_at=case.lapses_at,
        expires_at=expires_at(case.updated_at, case.reminded_at),
    )


def _appeal(work: Work, case: Case, kind: CaseType) -> AppealState | None:
    """Of an appeal case, as it stands with the decided case, which takes each step along."""
    if case.lifecycle != "appeal":
        return appeals.state(case)
    decided = references.appealed_by(work, case, kind)
    return appeals.state(decided) if decided else None


def _closes_after(work: Work, case: Case) -> datetime | None:
    """From when an unanswered letter lets the case be closed; a moved date makes a notice void."""
    if case.status != "information_requested" or work.actor.audience == "contractor":
        return None
    letter = letters.open_letter(work.session, case)
    if letter is None or letter.closes_after is None or letter.closes_after < letter.due_at:
        return None
    return letter.closes_after


def problems(work: Work, case: Case) -> list[FieldProblem]:
    """What is missing in the form, and which attached files and named cases cannot be used."""
    kind = case_types.kept(work.session, case.type, case.type_version)
    missing = kind.check(case.form).problems
    return [
        *missing,
        *documents.problems(work.session, kind, case),
        *references.problems(work, kind, case),
    ]


def after(now: Situation, case: Case, *, actor: Actor | None = None) -> Situation:
    """The same question once the case has moved, perhaps asked by another."""
    return replace(
        now,
        actor=actor or now.actor,
        status=case.status,
        proposed_by=proposer(case),
        problems=now.problems if case.status == "draft" else (),
        expected_by=case.expected_by,
        may_appeal=bool(case.decision and case.decision.get("appeal_until")),
        appeal=now.appeal if case.lifecycle == "appeal" else appeals.state(case),
        closes_after=None,
        started=case.started_at is not None,
        lapses_at=case.lapses_at,
    )


def proposer(case: Case) -> str | None:
    """Who proposed the decision that waits."""
    return case.proposal["proposed_by"]["person_id"] if case.proposal else None
