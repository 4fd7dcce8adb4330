"""Typst turns a sheet into a tagged PDF: PDF/UA-1, so that it can be listened to as well."""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import typst

SHEET = Path(__file__).with_name("sheet.typ")
STANDARD: Final = "ua-1"


def typeset(sheet: dict[str, Any], dated: datetime) -> bytes:
    """The PDF; the instant inside it is the letter's, so the same sheet gives the same bytes."""
    written = json.dumps(_printable(sheet), ensure_ascii=False)
    pdf = typst.compile(
        str(SHEET),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"sheet": written},
        pdf_standards=STANDARD,
        timestamp=int(dated.timestamp()),
    )
    return bytes(pdf)


def _printable(value: Any) -> Any:
    """Without control and direction marks: no paper shows them, and they can turn text around."""
    if isinstance(value, str):
        return "".join(c for c in value if c == "\n" or unicodedata.category(c)[0] != "C")
    if isinstance(value, list | tuple):
        return [_printable(each) for each in value]
    if isinstance(value, dict):
        return {name: _printable(each) for name, each in value.items()}
    return value
