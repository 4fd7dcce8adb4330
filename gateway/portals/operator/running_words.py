"""What the page of operations says in words: messages sent, and what went wrong."""

from __future__ import annotations

from gateway.texts import texts
from services.chassis.i18n import Language

WITH_CODE = ("smtp", "twilio", "provider")
"""Whose answers are a name and a number, which the one who looks for the cause needs."""


def sent_message(key: str, language: Language) -> str:
    """What a message is called."""
    return _or_itself(f"sent_message.{key}", key, language)


def problem(said: str, language: Language) -> str:
    """Why a message did not get through, or an event stands still.

    The class of an error stays as it is: it is what the logs are searched for.
    """
    name, _, code = said.partition(" ")
    if name in WITH_CODE and code:
        return texts().text(f"delivery_problem.{name}", language, code=code)
    slug = said.partition(":")[0].replace(" ", "_")
    return _or_itself(f"delivery_problem.{slug}", said, language)


def _or_itself(key: str, otherwise: str, language: Language) -> str:
    """What an older or newer service says and nobody knows here stays as it came."""
    return texts().text(key, language) if texts().has(key, language) else otherwise
