"""Texts and formats in bokmål, nynorsk and English."""

from services.chassis.i18n.catalogue import BoundTexts, Catalogue
from services.chassis.i18n.formats import (
    last_day,
    show_date,
    show_datetime,
    show_deadline,
    show_number,
    show_relative,
    show_start,
    show_time,
)
from services.chassis.i18n.language import (
    LANGUAGES,
    Language,
    as_language,
    is_language,
    negotiate,
)

__all__ = [
    "LANGUAGES",
    "BoundTexts",
    "Catalogue",
    "Language",
    "as_language",
    "is_language",
    "last_day",
    "negotiate",
    "show_date",
    "show_datetime",
    "show_deadline",
    "show_number",
    "show_relative",
    "show_start",
    "show_time",
]
