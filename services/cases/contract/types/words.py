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


FieldType = Literal[
    "text", "long_text", "number", "date", "yes_no", "choice", "choices", "properties",
    "orgnr", "email", "mobile", "attachment",
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
