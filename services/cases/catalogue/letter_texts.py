"""What the system itself writes in a deficiency letter."""

from __future__ import annotations

from functools import cache
from typing import Any

from services.cases.catalogue.files import HERE, read_mapping
from services.chassis.i18n import Language


def replace_document(filename: str, reason: str, language: Language) -> str:
    """Asks for a new file; a reason that documents has added since is told in general words."""
    reasons = _texts()["reasons"]
    why: str = reasons.get(reason, reasons["other"])[language]
    asked: str = _texts()["replace_document"][language]
    return asked.replace("{reason}", why).replace("{filename}", filename)


@cache
def _texts() -> dict[str, Any]:
    return read_mapping(HERE / "letter_texts.yaml")
