"""The lifecycles: who may do what, from where, to where, and what it does to the clock."""

from __future__ import annotations

from typing import Literal

from services.cases.contract.types.words import Status
from services.cases.domain.rows.appealing import APPEAL_AS_CASE, APPEAL_ON_CASE
from services.cases.domain.rows.deciding import DECISION, STATEMENT, waiting
from services.cases.domain.rows.deficiency import DEFICIENCY
from services.cases.domain.rows.ending import LAPSING, close, reopen
from services.cases.domain.rows.intake import APPEAL_GUARDS, intake, withdraw
from services.cases.domain.rows.row import DECIDED, HANDLED, By, Clock, Transition

__all__ = ["LIFECYCLES", "By", "Clock", "LifecycleName", "Transition"]

LifecycleName = Literal["decision", "notice", "statement", "appeal"]

_GIVEN_UP: tuple[Status, ...] = ("closed", "closed_unanswered", "withdrawn")
_ANSWERED: tuple[Transition, ...] = (
    *intake(),
    *DEFICIENCY,
    *DECISION,
    *APPEAL_ON_CASE,
    *LAPSING,
)

LIFECYCLES: dict[LifecycleName, tuple[Transition, ...]] = {
    "decision": (
        *_ANSWERED,
        close(*DECIDED),
        reopen(*_GIVEN_UP, "refused", "dismissed", "lapsed"),
    ),
    "notice": (
        *_ANSWERED,
        close("in_progress", *DECIDED),
        reopen(*_GIVEN_UP, "refused", "dismissed", "lapsed"),
    ),
    "statement": (
        *intake(),
        *DEFICIENCY,
        *STATEMENT,
        close("statement_given"),
        reopen(*_GIVEN_UP, "statement_given"),
    ),
    "appeal": (
        *intake(APPEAL_GUARDS),
        *DEFICIENCY,
        *waiting(*HANDLED),
        *APPEAL_AS_CASE,
        withdraw("appealed"),
        reopen(*_GIVEN_UP, "dismissed"),
    ),
}
"""By the name a case type gives. Status codes and moves follow the domain's case lifecycle.

A notice may be taken note of without a decision; the statuses of work and final documentation get
their moves with the orders.
"""
