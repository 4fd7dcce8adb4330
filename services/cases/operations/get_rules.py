"""Anybody sees what a utility has chosen."""

from __future__ import annotations

from services.cases.contract.operations.rules import GetRules
from services.cases.contract.types.rules import RulesView
from services.cases.store import rules
from services.chassis.db.work import Work


def get_rules(request: GetRules, work: Work) -> RulesView:
    """When it opens, and how a case changes firm there."""
    return rules.of(work.session, request.utility)
