"""What the utility decided about a firm: let in, turned down, stopped, let go on."""

from __future__ import annotations

from services.chassis.i18n import BoundTexts
from services.documents.domain.letter_content import FirmDecisionContent
from services.documents.letters import blocks
from services.documents.letters.blocks import Block


def title(content: FirmDecisionContent, texts: BoundTexts) -> str:
    """What stands over the letter."""
    return texts(f"firm_decision.title.{content.decision}")


def body(content: FirmDecisionContent, texts: BoundTexts) -> list[Block]:
    """The decision, the registrar's words, and what the firm does next."""
    heading = texts(f"firm_decision.words.{content.decision}")
    said = blocks.paragraphs(content.words)
    return [
        blocks.key_line(texts(f"firm_decision.outcome.{content.decision}", firm=content.firm.name)),
        *([blocks.heading(heading), *said] if said else []),
        blocks.heading(texts("firm_decision.next")),
        blocks.paragraph(texts(f"firm_decision.then.{content.decision}")),
        blocks.paragraph(texts("firm_decision.questions")),
    ]
