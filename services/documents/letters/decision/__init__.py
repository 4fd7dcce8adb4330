"""The decision (vedtak), with reasons, conditions and the right to appeal.

What it must say of appeals follows from forvaltningsloven § 27: the right, the limit, the body,
the procedure, and the right to see the documents.
"""

from __future__ import annotations

from services.chassis.i18n import BoundTexts, show_deadline
from services.documents.domain.letter_content import DecisionContent
from services.documents.letters import blocks
from services.documents.letters.blocks import Block

WEEKS_BY_LAW = 3
"""The time to appeal, where the type says nothing else (forvaltningsloven § 29)."""


def title(content: DecisionContent, texts: BoundTexts) -> str:
    """What stands over the letter."""
    return texts(f"decision.title.{content.outcome}")


def body(content: DecisionContent, texts: BoundTexts) -> list[Block]:
    """The outcome first, then why, on what conditions, and how to appeal."""
    return [
        blocks.key_line(texts(f"decision.outcome.{content.outcome}")),
        *_client(content, texts),
        *_conditions(content, texts),
        blocks.heading(texts("decision.reasons_heading")),
        *blocks.paragraphs(content.text),
        blocks.framed(texts("decision.appeal_heading"), _appeal(content, texts)),
    ]


def _client(content: DecisionContent, texts: BoundTexts) -> list[Block]:
    """The decision binds the party, though a firm applied and gets the letter."""
    if content.client is None:
        return []
    names = {"client": content.client.name, "firm": content.firm.name}
    return [blocks.paragraph(texts("decision.client", **names))]


def _conditions(content: DecisionContent, texts: BoundTexts) -> list[Block]:
    if not content.conditions:
        return []
    return [
        blocks.heading(texts("decision.conditions_heading")),
        blocks.numbered(content.conditions),
        blocks.paragraph(texts("decision.conditions_note")),
    ]


def _appeal(content: DecisionContent, texts: BoundTexts) -> list[str]:
    limit = texts("decision.appeal_limit", weeks=content.appeal_weeks or WEEKS_BY_LAW)
    if content.appeal_until:
        deadline = show_deadline(content.appeal_until, texts.language)
        limit = f"{limit} {texts('decision.appeal_until', deadline=deadline)}"
    named = content.appeal_body[texts.language] if content.appeal_body else None
    who = texts("decision.appeal_to", body=named) if named else texts("decision.appeal_who")
    return [limit, texts("decision.appeal_how"), who, texts("decision.appeal_rights")]
