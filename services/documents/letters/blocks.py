"""What a letter's body is built of; `sheet.typ` knows how each looks.

Everything is plain text. It travels to the typesetter as JSON and is never read as its markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

Block = dict[str, Any]
_BLANK_LINES = re.compile(r"\n\s*\n")


def paragraph(text: str) -> Block:
    """One paragraph; its line breaks stay."""
    return {"kind": "paragraph", "lines": text.strip().splitlines()}


def paragraphs(text: str) -> list[Block]:
    """What somebody wrote, cut at blank lines."""
    return [paragraph(part) for part in _BLANK_LINES.split(text.replace("\r", "")) if part.strip()]


def heading(text: str) -> Block:
    """A heading below the title."""
    return {"kind": "heading", "text": text}


def key_line(text: str) -> Block:
    """The one line a reader must not miss: a deadline, an outcome."""
    return {"kind": "key_line", "text": text}


def note(text: str) -> Block:
    """A remark in a box of its own."""
    return {"kind": "note", "text": text}


def table(columns: Iterable[str], rows: Iterable[Iterable[str]], *, narrow: bool = False) -> Block:
    """Two columns; `narrow` keeps the first as wide as its longest word needs."""
    return {
        "kind": "table",
        "columns": list(columns),
        "rows": [list(row) for row in rows],
        "narrow": narrow,
    }


def numbered(points: Iterable[str]) -> Block:
    """A list with numbers to refer to."""
    return {"kind": "numbered", "points": [point.strip().splitlines() for point in points]}


def framed(title: str, texts: Iterable[str]) -> Block:
    """A heading and its paragraphs, kept together and set apart."""
    return {"kind": "framed", "title": title, "texts": list(texts)}
