"""The receipt: your case has come in."""

from __future__ import annotations

from services.chassis.i18n import BoundTexts, last_day, show_date, show_datetime
from services.documents.domain.letter_content import ReceiptContent
from services.documents.letters import blocks
from services.documents.letters.blocks import Block


def title(content: ReceiptContent, texts: BoundTexts) -> str:
    """What stands over the letter."""
    del content
    return texts("receipt.title")


def body(content: ReceiptContent, texts: BoundTexts) -> list[Block]:
    """When it came, its number, what happens next, and what was sent in."""
    received = show_datetime(content.dated, texts.language)
    said = [
        blocks.paragraph(texts("receipt.received", received=received, number=content.number)),
        *_expected(content, texts),
        blocks.note(texts("receipt.not_permission")),
        blocks.heading(texts("receipt.next_heading")),
        blocks.paragraph(_next(content, texts)),
    ]
    if content.summary:
        rows = [(label[texts.language], value) for label, value in content.summary]
        said.append(blocks.heading(texts("receipt.summary_heading")))
        said.append(blocks.table((texts("receipt.field"), texts("receipt.value")), rows))
    return said


def _expected(content: ReceiptContent, texts: BoundTexts) -> list[Block]:
    if content.expected_by is None:
        return []
    day = show_date(last_day(content.expected_by), texts.language)
    return [blocks.paragraph(texts("receipt.expected", day=day))]


def _next(content: ReceiptContent, texts: BoundTexts) -> str:
    if content.contact is None:
        return texts("receipt.next")
    return texts("receipt.next_zone", zone=content.contact.name)
