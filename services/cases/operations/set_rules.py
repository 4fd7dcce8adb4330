"""An administrator chooses for the utility."""

from __future__ import annotations

from typing import Any

from services.cases.contract.errors import BadInterval
from services.cases.contract.operations.rules import SetRules
from services.cases.contract.types.rules import RulesView
from services.cases.store import access, rules
from services.chassis.db.work import Work

CHOICES = ("opens_at", "transfer")


def set_rules(request: SetRules, work: Work) -> RulesView:
    """Kept in the audit trail with what was before.

    Raises RoleMissing, BadInterval.
    """
    if work.actor.audience == "system":
        rules.begin(work.session, request.utility, _chosen(request))
        return rules.of(work.session, request.utility)
    access.ensure(work.actor, "administrator")
    utility = work.actor.utility
    before = rules.of(work.session, utility)
    chosen = _chosen(request)
    if request.opens_at:
        _ensure_ahead(work, before, request)
    if chosen:
        rules.choose(work.session, utility, chosen)
        after = rules.of(work.session, utility)
        facts = {"before": before.model_dump(mode="json"), "after": after.model_dump(mode="json")}
        work.record("rules_set", chain=f"utility:{utility}", facts=facts)
    return rules.of(work.session, utility)


def _chosen(request: SetRules) -> dict[str, Any]:
    return {name: value for name in CHOICES if (value := getattr(request, name))}


def _ensure_ahead(work: Work, before: RulesView, request: SetRules) -> None:
    """What has opened stays open: closing again is a freeze, which is announced."""
    if request.opens_at is None or request.opens_at <= work.now:
        raise BadInterval(reason="past")
    if before.opens_at is not None and before.opens_at <= work.now:
        raise BadInterval(reason="begun")
