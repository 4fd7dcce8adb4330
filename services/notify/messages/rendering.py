"""A message in one language with its values filled in: as a text, as an e-mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from services.chassis.i18n import as_language
from services.chassis.i18n.placeholders import fill
from services.notify.messages.catalogue import message
from services.notify.messages.words import word

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True)
class Mail:
    """An e-mail ready to send: the same words as text and as HTML."""

    subject: str
    text: str
    html: str


def sms_of(key: str, language: str, values: Mapping[str, str]) -> str:
    """The words of a text message. KeyError when the message or a value is missing."""
    return fill(message(key).texts[as_language(language)]["sms"], values)


def email_of(key: str, language: str, values: Mapping[str, str]) -> Mail:
    """The e-mail. KeyError when the message or a value is missing.

    In HTML every value is escaped by the template, whatever it holds.
    """
    texts = message(key).texts[as_language(language)]
    subject = " ".join(fill(texts["email.subject"], values).split())
    paragraphs = [part for part in _paragraphs(fill(texts["email.body"], values)) if part]
    action = fill(texts["email.action"], values) if "email.action" in texts else ""
    facts = {
        "subject": subject,
        "paragraphs": paragraphs,
        "action": action,
        "link": values["link"] if action else "",
        "regards": word("frame.regards", language),
        "utility": values["utility"],
        "no_reply": word("frame.no_reply", language),
        "language": language,
    }
    text = "\n\n".join(
        [
            *("\n".join(lines) for lines in paragraphs),
            *([f"{action}:\n{values['link']}"] if action else []),
            f"{facts['regards']}\n{values['utility']}",
            f"-- \n{facts['no_reply']}",
        ]
    )
    return Mail(subject, text + "\n", _templates().get_template("email.html").render(facts))


def _paragraphs(body: str) -> list[list[str]]:
    """Blank lines part paragraphs; line breaks within one are kept. Empty ones fall away."""
    return [part.strip().splitlines() for part in body.split("\n\n")]


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
