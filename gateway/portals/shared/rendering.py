"""From a template to a page: texts, formats and icons at hand, everything escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from jinja2 import (
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
    select_autoescape,
)
from jinja2.runtime import Context
from markupsafe import Markup

from gateway.portals.shared.assets import assets
from gateway.portals.shared.form_answers import answer_of
from gateway.portals.shared.icons import icon
from gateway.portals.shared.prose import as_html
from gateway.texts import texts
from services.chassis import clock
from services.chassis.i18n import (
    Language,
    show_date,
    show_datetime,
    show_deadline,
    show_number,
    show_relative,
    show_start,
    show_time,
)
from services.chassis.i18n.formats import DateStyle
from services.chassis.norway import format_orgnr, show_phone

_PORTALS = Path(__file__).parents[1]
_KIBI = 1024


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates of both portals; `shared/layout.html` names its folder first."""
    folders = {
        name: FileSystemLoader(_PORTALS / name / "templates")
        for name in ("shared", "contractor", "operator")
    }
    made = Environment(
        loader=PrefixLoader(folders),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        say=_say,
        day=_iso_day,
        date=_date,
        time=_time,
        datetime=_datetime,
        deadline=_deadline,
        start=_start,
        ago=_ago,
        number=_number,
        size=_size,
        phone=_phone,
        orgnr=_orgnr,
        prose=_prose,
    )
    made.globals.update(
        icon=icon,
        asset=lambda name: assets().url(name),
        now=clock.now,
        error_of=_error_of,
        typed_of=_typed_of,
        answer_of=answer_of,
    )
    return made


def rendered(template: str, language: Language, values: Mapping[str, Any]) -> str:
    """The template's text in the reader's language."""
    bound = texts().bound(language)
    return (
        environment()
        .get_template(template)
        .render(language=language, t=bound, has_text=_has_text, **values)
    )


def _has_text(key: str) -> bool:
    return texts().has(key)


def _language(context: Context) -> Language:
    return cast(Language, context["language"])


@pass_context
def _say(context: Context, words: Mapping[str, str] | None) -> str:
    """The reader's language of a text that comes as data; bokmål where it is not written."""
    if not words:
        return ""
    return words.get(_language(context)) or words.get("nb", "")


@pass_context
def _date(context: Context, day: date | datetime, style: DateStyle = "long") -> str:
    return show_date(day, _language(context), style)


@pass_context
def _iso_day(context: Context, day: str) -> str:
    """A day as forms keep it, `2026-03-31`, as people write it; as it is when it is no day."""
    try:
        return show_date(date.fromisoformat(day), _language(context))
    except ValueError:
        return day


@pass_context
def _time(context: Context, instant: datetime) -> str:
    return show_time(instant, _language(context))


@pass_context
def _datetime(context: Context, instant: datetime, style: DateStyle = "long") -> str:
    return show_datetime(instant, _language(context), style)


@pass_context
def _deadline(context: Context, instant: datetime, style: DateStyle = "long") -> str:
    return show_deadline(instant, _language(context), style)


@pass_context
def _start(context: Context, instant: datetime) -> str:
    return show_start(instant, _language(context))


@pass_context
def _ago(context: Context, instant: datetime) -> str:
    return show_relative(instant, _language(context))


@pass_context
def _number(context: Context, number: float, decimals: int | None = None) -> str:
    return show_number(number, _language(context), decimals)


@pass_context
def _size(context: Context, size: int) -> str:
    """Bytes as people say them: `734 kB`, `2,1 MB`."""
    language = _language(context)
    if size < _KIBI * _KIBI:
        return f"{show_number(max(1, round(size / _KIBI)), language)} kB"
    return f"{show_number(size / _KIBI / _KIBI, language, 1)} MB"


@pass_context
def _prose(_context: Context, source: str) -> Markup:
    return as_html(source)


def _phone(number: str) -> str:
    """Spaced the Norwegian way, also a made-up number; as it is when it is no number."""
    try:
        return show_phone(number)
    except ValueError:
        pairs = re.fullmatch(r"\+47" + r"(\d\d)" * 4, number)
        return " ".join(pairs.groups()) if pairs else number


def _orgnr(number: str) -> str:
    """Three groups of three; as it is when it is no organisation number."""
    try:
        return format_orgnr(number)
    except ValueError:
        return number


@pass_context
def _error_of(context: Context, name: str) -> str:
    """What is wrong with the field of that name, or nothing."""
    problem = context.get("problem")
    for error in problem.errors if problem else ():
        if error.field == name:
            return str(error.message)
    return ""


@pass_context
def _typed_of(context: Context, name: str, otherwise: Any = "") -> Any:
    """What was typed in the field before it was refused, else what is known.

    A field that did not come stands in another form of the page, which keeps what it holds.
    """
    typed = context.get("typed")
    return otherwise if typed is None else typed.get(name, otherwise)
