"""The deficiency letter (mangelbrev): what is missing, and by when."""

from __future__ import annotations

from services.chassis.i18n import BoundTexts, show_deadline
from services.documents.domain.letter_content import DeficiencyContent, MissingPoint
from services.documents.letters import blocks
from services.documents.letters.blocks import Block


def title(content: DeficiencyContent, texts: BoundTexts) -> str:
    """What stands over the letter."""
    del content
    return texts("deficiency.title")


def body(content: DeficiencyContent, texts: BoundTexts) -> list[Block]:
    """The points in a table, the deadline where it is seen, and how to answer."""
    deadline = show_deadline(content.due_at, texts.language)
    return [
        blocks.paragraph(texts("deficiency.intro", count=len(content.items))),
        blocks.key_line(texts("deficiency.due", deadline=deadline)),
        blocks.heading(texts("deficiency.items_heading")),
        blocks.table(
            (texts("deficiency.number"), texts("deficiency.what")),
            [(str(item.number), _wanted(item, texts)) for item in content.items],
            narrow=True,
        ),
        blocks.heading(texts("deficiency.how_heading")),
        blocks.paragraph(texts("deficiency.how")),
        blocks.paragraph(texts(f"deficiency.{content.severity}")),
        blocks.note(texts("deficiency.silence")),
    ]


def _wanted(item: MissingPoint, texts: BoundTexts) -> str:
    if item.code == "other":
        return item.text
    return f"{texts(f'deficiency.code.{item.code}')}: {item.text}"
