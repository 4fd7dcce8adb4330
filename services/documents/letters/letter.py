"""Writing a letter: content and wording become one sheet, the sheet becomes PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from services.chassis.clock import OSLO
from services.chassis.i18n import BoundTexts, Language, show_date
from services.chassis.norway import format_orgnr, show_phone
from services.documents.contract.types import LetterKind
from services.documents.domain.letter_content import (
    ClosingContent,
    DecisionContent,
    DeficiencyContent,
    FirmDecisionContent,
    InterimContent,
    LetterContent,
    ReceiptContent,
    StatementContent,
)
from services.documents.letters import (
    closing,
    decision,
    deficiency,
    firm_decision,
    interim,
    receipt,
    statement,
)
from services.documents.letters.texts import catalogue
from services.documents.letters.typesetting import typeset

KINDS: dict[LetterKind, tuple[Any, type[LetterContent]]] = {
    "receipt": (receipt, ReceiptContent),
    "deficiency": (deficiency, DeficiencyContent),
    "decision": (decision, DecisionContent),
    "statement": (statement, StatementContent),
    "interim": (interim, InterimContent),
    "closing": (closing, ClosingContent),
    "firm_decision": (firm_decision, FirmDecisionContent),
}
"""Each letter's folder and what it needs to know."""


@dataclass(frozen=True)
class Letter:
    """A letter as it goes into the journal."""

    title: str
    filename: str
    pdf: bytes

    @property
    def sha256(self) -> str:
        """Of its bytes, in hex: where it is kept."""
        return hashlib.sha256(self.pdf).hexdigest()


def write(kind: LetterKind, language: Language, facts: dict[str, Any], sender: str) -> Letter:
    """The same facts give the same bytes, so that writing it again changes nothing.

    `sender` is the utility's name.
    """
    folder, model = KINDS[kind]
    content = model.model_validate(facts)
    texts = catalogue().bound(language)
    title = cast(str, folder.title(content, texts))
    sheet = {
        "language": language,
        "title": title,
        "sender": sender,
        "date": _day(content.dated),
        "recipient": _recipient(content, texts),
        "references": _references(content, texts),
        "body": folder.body(content, texts),
        "greeting": [
            texts("common.greeting"),
            content.signed_by or content.handled_by,
            sender,
        ],
        "unsigned": texts("common.unsigned"),
        "footer": _footer(content, sender),
        "questions": _questions(content, texts),
        "page": texts("common.page"),
        "of": texts("common.of"),
    }
    return Letter(
        title=title,
        filename=f"{f'{_name(kind, content, texts)} {content.number}'.rstrip()}.pdf",
        pdf=typeset(sheet, content.dated),
    )


def _name(kind: LetterKind, content: LetterContent, texts: BoundTexts) -> str:
    name = texts(f"{kind}.filename")
    if isinstance(content, DeficiencyContent) and content.letter > 1:
        return f"{name} {content.letter}"
    return name


def _day(instant: datetime) -> list[int]:
    local = instant.astimezone(OSLO)
    return [local.year, local.month, local.day]


def _recipient(content: LetterContent, texts: BoundTexts) -> list[str]:
    orgnr = texts("common.orgnr", orgnr=_as_shown(format_orgnr, content.firm.orgnr))
    attention = [texts("common.attention", name=content.attention)] if content.attention else []
    return [content.firm.name, *attention, orgnr]


def _as_shown(show: Callable[[str], str], number: str) -> str:
    """Grouped for reading; a number that is none stands as it is and does not stop the letter."""
    try:
        return show(number)
    except ValueError:
        return number


def _references(content: LetterContent, texts: BoundTexts) -> list[list[str]]:
    rows = {
        "number": content.number,
        "date": show_date(content.dated, texts.language),
        "type": content.type_title.get(texts.language, ""),
        "client": _client(content, texts),
        "place": content.place,
        "title": content.title,
        "handled_by": content.handled_by,
    }
    return [[texts(f"common.{name}"), value] for name, value in rows.items() if value]


def _client(content: LetterContent, texts: BoundTexts) -> str:
    """The party the firm acts for, with its number when it has one."""
    client = content.client
    if client is None or not client.orgnr:
        return client.name if client else ""
    orgnr = texts("common.orgnr", orgnr=_as_shown(format_orgnr, client.orgnr))
    return f"{client.name}, {orgnr}"


def _questions(content: LetterContent, texts: BoundTexts) -> list[str]:
    if content.contact is None:
        return []
    reach = [content.contact.email, _as_shown(show_phone, content.contact.phone)]
    reached = " · ".join(way for way in reach if way)
    return [
        texts("common.questions"),
        f"{content.contact.name} · {reached}",
        texts("common.quote", number=content.number),
    ]


def _footer(content: LetterContent, sender: str) -> str:
    return " · ".join(filter(None, (sender, content.number)))
