"""The closed registry of guards: named pure functions that close a move, each with its refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.cases.contract.errors import (
    FirmNotApproved,
    FormIncomplete,
    IntakeFrozen,
    NotForYourProfession,
    OwnProposal,
    QualificationMissing,
    RoleMissing,
    TypeNotOpen,
)
from services.cases.contract.types.forms import FieldProblem
from services.cases.contract.types.words import Switch
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


def _unfrozen(switch: Switch) -> Check:
    def check(now: Situation) -> Refusal | None:
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


GUARDS: dict[str, Guard] = {
    "may_write": _role("firm_admin", "applicant"),
    "is_caseworker": _role("caseworker"),
    "is_approver": _role("approver"),
    "handles_statements": _role("caseworker", "approver"),
    "firm_approved": Guard("firm_not_approved", _firm_approved),
    "profession_allowed": Guard("profession_not_allowed", _profession_allowed),
    "qualified": Guard("qualification_missing", _qualified),
    "type_open": Guard("type_not_open", _type_open),
    "new_cases_open": Guard("intake_frozen", _unfrozen("new_cases")),
    "supplements_open": Guard("intake_frozen", _unfrozen("supplements")),
    "form_complete": Guard("form_incomplete", _form_complete),
    "not_own_proposal": Guard("own_proposal", _not_own_proposal),
}


def first_closed(names: tuple[str, ...], now: Situation) -> tuple[str, Refusal] | None:
    """The reason and refusal of the first guard that closes the way; None when it is open."""
    for name in names:
        refusal = GUARDS[name].refusal(now)
        if refusal is not None:
            return GUARDS[name].reason, refusal
    return None
