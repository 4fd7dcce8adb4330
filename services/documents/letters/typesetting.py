"""Typst turns a sheet into a tagged PDF: PDF/UA-1, so that it can be listened to as well."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import typst

from services.documents.letters import repertoire
from services.documents.letters.repertoire import Fitting

SHEET = Path(__file__).with_name("sheet.typ")
STANDARD: Final = "ua-1"


def typeset(sheet: dict[str, Any], dated: datetime) -> bytes:
    """The PDF; the instant inside it is the letter's, so the same sheet gives the same bytes.

    The standard forbids a letter its font cannot show (an emoji, Chinese). Such a text must not
    stop the letter: it is tried again with fewer signs, a square standing for each other one.
    """
    for fitting in (repertoire.printable, repertoire.european):
        try:
            return _compiled(sheet, fitting, dated)
        except typst.TypstError as problem:
            if "could not be displayed" not in problem.message:
                raise
    return _compiled(sheet, repertoire.western, dated)


def _compiled(sheet: dict[str, Any], fitting: Fitting, dated: datetime) -> bytes:
    written = json.dumps(_throughout(sheet, fitting), ensure_ascii=False)
    pdf = typst.compile(
        str(SHEET),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"sheet": written},
        pdf_standards=STANDARD,
        timestamp=int(dated.timestamp()),
    )
    return bytes(pdf)


def _throughout(value: Any, fitting: Fitting) -> Any:
    if isinstance(value, str):
        return fitting(value)
    if isinstance(value, list | tuple):
        return [_throughout(each, fitting) for each in value]
    if isinstance(value, dict):
        return {name: _throughout(each, fitting) for name, each in value.items()}
    return value
