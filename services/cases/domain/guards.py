"""The closed registry of guards: named pure functions that close a move, each with its refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.cases.contract.errors import (
    ActionNotOpen,
    AppealElsewhere,
    ClosingNotAnnounced,
    DraftOutdated,
    FirmNotApproved,
    FormIncomplete,
    IntakeFrozen,
    LimitPassed,
    NotForYourProfession,
    NothingToAppeal,
    OwnProposal,
    QualificationMissing,
    RoleMissing,
    TypeNotOpen,
)
from services.cases.contract.freeze_errors import UtilityNotOpen
from services.cases.contract.party_errors import NotYourPart
from services.cases.contract.types.forms import FieldProblem
from services.cases.contract.types.parties import Standing
from services.cases.contract.types.words import AppealState, Switch
from services.cases.domain.situation import Situation
from services.chassis.messages import FieldError, Refusal

Check = Callable[[Situation], Refusal | None]


@dataclass(frozen=True)
class Guard:
    """`reason` is what a portal shows beside the closed button."""

    reason: str
    refusal: Check


def _role(*roles: str) -> Guard:
    def check(now: Situation) -> Refusal | None:
        return None if now.actor.has(*roles) else RoleMissing(needs=list(roles))

    return Guard("role_missing", check)


def _firm_role(*standings: Standing) -> Guard:
    """Who writes for a firm, of a firm that stands so on the case."""
    role = _role("firm_admin", "applicant")

    def check(now: Situation) -> Refusal | None:
        if now.standing not in standings:
            return NotYourPart(standing=now.standing)
        return role.refusal(now)

    return Guard(role.reason, check)


def _firm_approved(now: Situation) -> Refusal | None:
    approved = now.actor.firm_approved and not now.firm_stopped
    return None if approved else FirmNotApproved()


def _profession_allowed(now: Situation) -> Refusal | None:
    if now.actor.professions.isdisjoint(now.professions):
        return NotForYourProfession(professions=sorted(now.professions))
    return None


def _qualified(now: Situation) -> Refusal | None:
    lacking = [need for need in now.qualifications if not _holds(now, need)]
    return QualificationMissing(needs=lacking) if lacking else None


def _holds(now: Situation, need: str | Sequence[str]) -> bool:
    alternatives = [need] if isinstance(need, str) else need
    return not now.actor.qualifications.isdisjoint(alternatives)


def _type_open(now: Situation) -> Refusal | None:
    opened = now.opens_at is None or now.opens_at <= now.at
    if opened and (now.closes_at is None or now.at < now.closes_at):
        return None
    return TypeNotOpen(
        opens_at=now.opens_at.isoformat() if now.opens_at else None,
        closes_at=now.closes_at.isoformat() if now.closes_at else None,
    )


def _type_current(now: Situation) -> Refusal | None:
    """What is sent in answers what is asked today; what was sent in keeps what it answered."""
    return DraftOutdated(version=now.replaced_by) if now.replaced_by else None


def _utility_open(now: Situation) -> Refusal | None:
    """Go-live: the new portal takes applications from an instant on."""
    opens_at = now.utility_opens_at
    if opens_at is None or opens_at <= now.at:
        return None
    return UtilityNotOpen(opens_at=opens_at.isoformat())


def _unfrozen(switch: Switch) -> Check:
    """What is urgent no freeze stops."""

    def check(now: Situation) -> Refusal | None:
        if now.urgent:
            return None
        until = now.frozen_until.get(switch)
        return IntakeFrozen(ends_at=until.isoformat(), blocks=switch) if until else None

    return check


def _form_complete(now: Situation) -> Refusal | None:
    if not now.problems:
        return None
    return FormIncomplete(errors=[_error(problem) for problem in now.problems])


def _error(problem: FieldProblem) -> FieldError:
    facts = {**problem.facts, "step": problem.step}
    return FieldError(field=problem.field, code=problem.code, facts=facts)


def _not_own_proposal(now: Situation) -> Refusal | None:
    """Two pairs of eyes: who proposed a decision does not make it."""
    return OwnProposal() if now.proposed_by == now.actor.user_id else None


def _limit_running(now: Situation) -> Refusal | None:
    """An extension is told before the limit ends (byggesaksforskriften section 7-3)."""
    running = now.expected_by is not None and now.at < now.expected_by
    return None if running else LimitPassed()


def _closing_announced(now: Situation) -> Refusal | None:
    """No case is closed silently: the firm was told from when, and that instant has passed."""
    if now.closes_after is not None and now.closes_after <= now.at:
        return None
    after = now.closes_after.isoformat() if now.closes_after else None
    return ClosingNotAnnounced(closes_after=after)


def _may_appeal(now: Situation) -> Refusal | None:
    return None if now.may_appeal else NothingToAppeal()


def _appeal(*states: AppealState) -> Check:
    """An appeal case that no decided case waits for is closed to none of its ways."""

    def check(now: Situation) -> Refusal | None:
        return None if now.appeal in {None, *states} else AppealElsewhere(state=now.appeal)

    return check


def _appeal_here_alone(now: Situation) -> Refusal | None:
    """One place to handle an appeal: its own case, while it has one that is open."""
    return AppealElsewhere(state=now.appeal) if now.appeal_case_open else None


def _work_not_started(now: Situation) -> Refusal | None:
    started = ActionNotOpen(action="report_start", status=now.status, reason="already_started")
    return started if now.started else None


def _lapse_due(now: Situation) -> Refusal | None:
    if now.lapses_at is not None and now.lapses_at <= now.at:
        return None
    return ActionNotOpen(action="lapse", status=now.status, reason="not_yet")


def _draft_expired(now: Situation) -> Refusal | None:
    if now.expires_at is not None and now.expires_at <= now.at:
        return None
    return ActionNotOpen(action="expire", status=now.status, reason="not_yet")


GUARDS: dict[str, Guard] = {
    "may_write": _firm_role("applicant"),
    "may_answer": _firm_role("applicant", "contribute"),
    "is_caseworker": _role("caseworker"),
    "is_approver": _role("approver"),
    "handles_cases": _role("caseworker", "approver"),
    "firm_approved": Guard("firm_not_approved", _firm_approved),
    "profession_allowed": Guard("profession_not_allowed", _profession_allowed),
    "qualified": Guard("qualification_missing", _qualified),
    "type_open": Guard("type_not_open", _type_open),
    "type_current": Guard("draft_outdated", _type_current),
    "utility_open": Guard("utility_not_open", _utility_open),
    "new_cases_open": Guard("intake_frozen", _unfrozen("new_cases")),
    "supplements_open": Guard("intake_frozen", _unfrozen("supplements")),
    "form_complete": Guard("form_incomplete", _form_complete),
    "not_own_proposal": Guard("own_proposal", _not_own_proposal),
    "limit_running": Guard("limit_passed", _limit_running),
    "closing_announced": Guard("closing_not_announced", _closing_announced),
    "may_appeal": Guard("nothing_to_appeal", _may_appeal),
    "appeal_here_alone": Guard("appeal_has_case", _appeal_here_alone),
    "appeal_late": Guard("appeal_not_late", _appeal("late")),
    "appeal_here": Guard("appeal_sent_on", _appeal("in_time", "late", "admitted")),
    "appeal_admitted": Guard("appeal_late", _appeal("in_time", "admitted", "sent_on")),
    "appeal_sent_on": Guard("appeal_not_sent_on", _appeal("sent_on")),
    "work_not_started": Guard("already_started", _work_not_started),
    "lapse_due": Guard("not_yet", _lapse_due),
    "draft_expired": Guard("not_yet", _draft_expired),
}


def first_closed(names: tuple[str, ...], now: Situation) -> tuple[str, Refusal] | None:
    """The reason and refusal of the first guard that closes the way; None when it is open."""
    for name in names:
        refusal = GUARDS[name].refusal(now)
        if refusal is not None:
            return GUARDS[name].reason, refusal
    return None
