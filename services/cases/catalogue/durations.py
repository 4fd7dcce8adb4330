"""How long the utility has, in words, so that a form says the number its deadline has."""

from __future__ import annotations

from services.cases.contract.types.words import Texts
from services.cases.domain.deadline_rule import DeadlineRule
from services.chassis.i18n import Language

WEEKS: dict[Language, tuple[str, str]] = {
    "nb": ("uke", "uker"),
    "nn": ("veke", "veker"),
    "en": ("week", "weeks"),
}
WORKING_DAYS: dict[Language, tuple[str, str]] = {
    "nb": ("arbeidsdag", "arbeidsdager"),
    "nn": ("arbeidsdag", "arbeidsdagar"),
    "en": ("working day", "working days"),
}


def with_time(words: Texts, deadline: DeadlineRule) -> Texts:
    """The texts with `{time}` as `3 uker` or `10 arbeidsdager`."""
    return {
        language: text.replace("{time}", _time(deadline, language))
        for language, text in words.items()
    }


def _time(deadline: DeadlineRule, language: Language) -> str:
    """One counts as one, others as several."""
    names = WEEKS if deadline.weeks else WORKING_DAYS
    number = deadline.weeks or deadline.working_days or 0
    return f"{number} {names[language][number != 1]}"
