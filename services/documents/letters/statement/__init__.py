"""The preliminary statement (forhåndsuttalelse): guidance, no decision."""

from __future__ import annotations

from services.chassis.i18n import BoundTexts
from services.documents.domain.letter_content import StatementContent
from services.documents.letters import blocks
from services.documents.letters.blocks import Block


def title(content: StatementContent, texts: BoundTexts) -> str:
    """What stands over the letter."""
    del content
    return texts("statement.title")


def body(content: StatementContent, texts: BoundTexts) -> list[Block]:
    """The answer, what it takes for granted, and what it is not."""
    said = [
        blocks.paragraph(texts("statement.intro")),
        blocks.heading(texts("statement.text_heading")),
        *blocks.paragraphs(content.text),
    ]
    if content.conditions:
        said.append(blocks.heading(texts("statement.conditions_heading")))
        said.append(blocks.numbered(content.conditions))
        said.append(blocks.paragraph(texts("statement.conditions_note")))
    return [*said, blocks.note(texts("statement.nature"))]
