"""The case is closed because the deficiency letter was not followed up; never silently."""

from __future__ import annotations

from services.chassis.i18n import BoundTexts, show_date, show_deadline
from services.documents.domain.letter_content import ClosingContent
from services.documents.letters import blocks
from services.documents.letters.blocks import Block


def title(content: ClosingContent, texts: BoundTexts) -> str:
    """What stands over the letter."""
    del content
    return texts("closing.title")


def body(content: ClosingContent, texts: BoundTexts) -> list[Block]:
    """What was asked and until when, why it is closed, and that a new application is needed."""
    asked = show_date(content.asked_at, texts.language)
    due = show_deadline(content.due_at, texts.language)
    return [
        blocks.key_line(texts("closing.outcome")),
        blocks.paragraph(texts("closing.asked", asked=asked, due=due)),
        blocks.heading(texts("closing.reason_heading")),
        *blocks.paragraphs(content.reason),
        blocks.heading(texts("closing.next_heading")),
        blocks.paragraph(texts("closing.next")),
        blocks.note(texts("closing.nature")),
    ]
