"""Situations in which every guard is open, and one change that closes each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from services.cases.contract.types.forms import FieldProblem
from services.cases.contract.types.words import AppealState, Status
from services.cases.domain.situation import Situation
from services.cases.domain.transitions import By, LifecycleName, Transition
from services.chassis.messages import Actor

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

ACTORS: dict[By, Actor] = {
    "firm": Actor(
        audience="contractor",
        user_id="f",
        firm_approved=True,
        roles=frozenset({"firm_admin"}),
        professions=frozenset({"rorlegger"}),
    ),
    "staff": Actor(audience="operator", user_id="s", roles=frozenset({"caseworker", "approver"})),
    "system": Actor.system("cases"),
}


def open_situation(lifecycle: LifecycleName, status: Status, by: By) -> Situation:
    """Nothing stands in the way but the status itself."""
    return Situation(
        actor=ACTORS[by],
        at=NOW,
        lifecycle=lifecycle,
        status=status,
        professions=frozenset({"rorlegger"}),
        proposed_by="another",
        expected_by=NOW + HOUR,
        may_appeal=True,
        appeal="in_time",
        closes_after=NOW,
        lapses_at=NOW,
        expires_at=NOW,
    )


OPENS: dict[str, AppealState] = {"appeal_late": "late", "appeal_sent_on": "sent_on"}
"""Guards about appeals that want another state than the rest."""


def open_for(move: Transition, lifecycle: LifecycleName, status: Status) -> Situation:
    """Nothing stands in the way of that move."""
    now = open_situation(lifecycle, status, move.by)
    states = [OPENS[guard] for guard in move.guards if guard in OPENS]
    return replace(now, appeal=states[0]) if states else now


def closed(guard: str, now: Situation) -> Situation:
    """The situation with that guard closed and every other as it was."""
    actor = now.actor
    changes: dict[str, Situation] = {
        "may_write": replace(now, actor=actor.model_copy(update={"roles": frozenset({"reader"})})),
        "may_answer": replace(now, standing="read"),
        "utility_open": replace(now, utility_opens_at=NOW + HOUR),
        "is_caseworker": replace(now, actor=_only(actor, "approver")),
        "is_approver": replace(now, actor=_only(actor, "caseworker")),
        "handles_cases": replace(now, actor=_only(actor, "zone_operator")),
        "firm_approved": replace(now, firm_stopped=True),
        "profession_allowed": replace(now, professions=frozenset({"entreprenor"})),
        "qualified": replace(now, qualifications=["adk1"]),
        "type_open": replace(now, closes_at=NOW),
        "type_current": replace(now, replaced_by=2),
        "new_cases_open": replace(now, frozen_until={"new_cases": NOW + HOUR}),
        "supplements_open": replace(now, frozen_until={"supplements": NOW + HOUR}),
        "form_complete": replace(
            now, problems=(FieldProblem(field="x", code="required", step="work"),)
        ),
        "not_own_proposal": replace(now, proposed_by=actor.user_id),
        "limit_running": replace(now, expected_by=NOW),
        "closing_announced": replace(now, closes_after=NOW + HOUR),
        "may_appeal": replace(now, may_appeal=False),
        "appeal_here_alone": replace(now, appeal_case_open=True),
        "appeal_late": replace(now, appeal="in_time"),
        "appeal_here": replace(now, appeal="sent_on"),
        "appeal_admitted": replace(now, appeal="late"),
        "appeal_sent_on": replace(now, appeal="admitted"),
        "work_not_started": replace(now, started=True),
        "lapse_due": replace(now, lapses_at=NOW + HOUR),
        "draft_expired": replace(now, expires_at=NOW + HOUR),
    }
    return changes[guard]


def _only(actor: Actor, role: str) -> Actor:
    return actor.model_copy(update={"roles": frozenset({role})})
