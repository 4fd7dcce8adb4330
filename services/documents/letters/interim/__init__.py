"""The interim answer (foreløpig svar): why there is no answer yet, and when to expect one."""

from __future__ import annotations

from services.chassis.i18n import BoundTexts, show_date, show_deadline
from services.documents.domain.letter_content import InterimContent
from services.documents.letters import blocks
from services.documents.letters.blocks import Block


def title(content: InterimContent, texts: BoundTexts) -> str:
    """What stands over the letter."""
    del content
    return texts("interim.title")


def body(content: InterimContent, texts: BoundTexts) -> list[Block]:
    """The reason and the day (forvaltningsloven section 11 a)."""
    expected = content.expected_by
    when = (
        texts("interim.expected", deadline=show_deadline(expected, texts.language))
        if expected and expected > content.dated
        else texts("interim.open")
    )
    received = show_date(content.received_at, texts.language)
    return [
        blocks.paragraph(texts("interim.why", received=received)),
        blocks.key_line(when),
        blocks.paragraph(texts("interim.nothing")),
    ]
