"""The words of cases: closed lists."""

from __future__ import annotations

from typing import Literal

Status = Literal[
    "draft",
    "submitted",
    "received",
    "in_progress",
    "information_requested",
    "supplemented",
    "awaiting_approval",
    "approved",
    "approved_with_conditions",
    "statement_given",
    "refused",
    "dismissed",
    "appealed",
    "under_construction",
    "completion_reported",
    "documentation_returned",
    "closed",
    "closed_unanswered",
    "withdrawn",
    "lapsed",
]


Ball = Literal["firm", "utility", "nobody"]


Texts = dict[Literal["nb", "nn", "en"], str]


CaseClass = Literal["application", "notice", "statement", "appeal"]


Topic = Literal["plan", "connect", "work", "meter", "discharge", "mains", "running"]
"""What one wants to do: the groups of the catalogue."""


Referable = Literal["open", "approved", "decided"]
"""How far a case must have come to be referred to by another."""


RuleKind = Literal["order", "within", "sum", "any_of", "equal"]
"""How answers must fit each other."""


FieldType = Literal[
    "text", "long_text", "number", "date", "yes_no", "choice", "choices", "properties",
    "orgnr", "email", "mobile", "attachment", "rows", "case",
]  # fmt: skip


Severity = Literal["minor", "major"]


Outcome = Literal["approved", "approved_with_conditions", "refused", "dismissed"]


Switch = Literal["new_cases", "supplements", "orders"]


FreezeState = Literal["planned", "announced", "active", "ended", "cancelled"]


DeficiencyReason = Literal[
    "missing",
    "incomplete",
    "illegible",
    "outdated",
    "contradicts",
    "not_to_norm",
    "not_signed",
    "wrong_property",
    "other",
]
"""Why something is asked for, counted per type and form step."""


AppealState = Literal["in_time", "late", "admitted", "sent_on"]


AppealStep = Literal["admitted", "rejected", "withdrawn", "sent_on", "upheld", "overturned"]


FaultCode = Literal[
    "not_yaml", "not_a_mapping", "missing", "unknown_key", "wrong_value", "unknown_block",
    "unknown_attachment", "unknown_list", "unknown_number", "stands_twice", "language_missing",
    "help_missing", "no_earlier_field", "not_a_decider", "no_values", "impossible_value",
    "choices_misplaced", "kind_misplaced", "limits_misplaced", "columns_misplaced",
    "column_conditions", "refers_misplaced", "minimum_over_maximum", "required_twice",
    "no_property", "no_time_zone", "closes_before_opens", "appeal_halfway", "rule_field",
    "rule_kind", "version_reserved", "version_taken", "version_not_newer",
]  # fmt: skip
"""What can be wrong with a case type."""


ChangeKind = Literal[
    "field_added", "field_removed", "field_moved", "type_changed", "now_required",
    "no_longer_required", "conditions_changed", "choices_changed", "limits_changed",
    "words_changed", "rules_changed", "terms_changed",
]  # fmt: skip
"""How two versions of a case type differ."""


VersionState = Literal["current", "scheduled", "earlier"]
"""`current`: new cases begin with it."""
