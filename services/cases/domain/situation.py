"""Everything a guard may look at, gathered once per question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from services.cases.contract.types.forms import FieldProblem
from services.cases.contract.types.parties import Standing
from services.cases.contract.types.words import AppealState, Status, Switch
from services.cases.domain.transitions import LifecycleName
from services.chassis.messages import Actor


@dataclass(frozen=True)
class Situation:
    """A case, who looks at it, and what holds at that instant."""

    actor: Actor
    at: datetime
    lifecycle: LifecycleName
    status: Status
    professions: frozenset[str] = frozenset()
    """Those that may apply for the type."""
    qualifications: Sequence[str | Sequence[str]] = ()
    """Needed to submit; of an inner list, one."""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    replaced_by: int | None = None
    """The version of the type that asks otherwise than the one a draft began with."""
    standing: Standing = "applicant"
    """What the actor's firm is on the case."""
    urgent: bool = False
    """The type goes ahead of everything, also of a freeze."""
    utility_opens_at: datetime | None = None
    """Go-live of the utility's portal."""
    firm_stopped: bool = False
    """Identity told that the firm is rejected or suspended here."""
    frozen_until: Mapping[Switch, datetime] = field(default_factory=dict)
    """What running freeze windows block, and until when."""
    problems: tuple[FieldProblem, ...] = ()
    """What is missing in a draft's form."""
    proposed_by: str | None = None
    expected_by: datetime | None = None
    """When the utility's time is over, while it runs."""
    may_appeal: bool = False
    """There is a decision that can be appealed, in time or not."""
    appeal: AppealState | None = None
    """Of a decided case; of a case that is an appeal, as it stands with the case it is about."""
    appeal_case_open: bool = False
    """The appeal is a case of its own, which is being handled."""
    closes_after: datetime | None = None
    """From when an unanswered case may be closed; None until the firm was told."""
    started: bool = False
    """The firm told that the work has begun."""
    lapses_at: datetime | None = None
    expires_at: datetime | None = None
    """When a draft that the firm was warned of is taken away."""
