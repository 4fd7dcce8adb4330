"""How several answers must fit each other: the closed registry of checks across fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from services.cases.catalogue.visibility import Values, holds
from services.cases.contract.types.catalogue import FormRule
from services.cases.contract.types.words import RuleKind

Answers = list[Any]
ROUNDING = 0.001
"""Sums of decimal numbers may differ by less than this."""


def broken(rules: list[FormRule], shown: Values) -> Iterator[tuple[str, FormRule]]:
    """Each rule the shown answers break, with the field it is said at."""
    for rule in rules:
        if holds(rule.when, shown) and not KINDS[rule.kind](rule, shown):
            yield rule.total or rule.fields[-1].partition(".")[0], rule


def _answers(rule: FormRule, shown: Values) -> Answers:
    """The answers given, in the rule's order; a column gives one for each row."""
    found: Answers = []
    for name in rule.fields:
        field, _, column = name.partition(".")
        value = shown.get(field)
        if column:
            found.extend(row[column] for row in value or [] if column in row)
        elif value is not None:
            found.append(value)
    return found


def _in_order(rule: FormRule, shown: Values) -> bool:
    answers = _answers(rule, shown)
    return all(earlier <= later for earlier, later in pairwise(answers))


def _within(rule: FormRule, shown: Values) -> bool:
    answers = _answers(rule, shown)
    if len(answers) != len(rule.fields) or rule.days is None:
        return True
    first, last = (date.fromisoformat(answer) for answer in answers)
    return (last - first).days <= rule.days


def _adds_up(rule: FormRule, shown: Values) -> bool:
    total, answers = shown.get(rule.total), _answers(rule, shown)
    return total is None or not answers or abs(sum(answers) - total) < ROUNDING


def _any_answered(rule: FormRule, shown: Values) -> bool:
    return bool(_answers(rule, shown))


def _all_equal(rule: FormRule, shown: Values) -> bool:
    answers = _answers(rule, shown)
    return all(answer == answers[0] for answer in answers)


KINDS: dict[RuleKind, Callable[[FormRule, Values], bool]] = {
    "order": _in_order,
    "within": _within,
    "sum": _adds_up,
    "any_of": _any_answered,
    "equal": _all_equal,
}
"""What each kind asks; dates are kept as `2026-03-31`, so they compare as texts."""
