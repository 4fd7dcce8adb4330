"""What keeps a catalogue from saying the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from services.chassis.i18n.language import Language
from services.chassis.i18n.placeholders import has_stray_brace, placeholders

_LEADING: Language = "nb"


def problems(texts: Mapping[Language, Mapping[str, str]]) -> list[str]:
    """One line for each: missing, surplus, empty, other placeholders, half a plural, a brace."""
    leading = texts[_LEADING]
    found: list[str] = []
    for language, own in texts.items():
        found += _faulty(language, own)
        if language != _LEADING:
            found += [f"{language} {key}: missing" for key in leading.keys() - own.keys()]
            found += [f"{language} {key}: not in nb" for key in own.keys() - leading.keys()]
            found += _different(language, leading, own)
    return sorted(found)


def _faulty(language: Language, own: Mapping[str, str]) -> Iterator[str]:
    for key, text in own.items():
        if not text.strip():
            yield f"{language} {key}: empty"
        if has_stray_brace(text):
            yield f"{language} {key}: a brace that is not a placeholder"
        if key.endswith(".one") and f"{key.removesuffix('one')}other" not in own:
            yield f"{language} {key}: no .other beside it"


def _different(
    language: Language, leading: Mapping[str, str], own: Mapping[str, str]
) -> Iterator[str]:
    for key in leading.keys() & own.keys():
        if _compared(key, leading[key]) != _compared(key, own[key]):
            yield f"{language} {key}: other placeholders than nb"


def _compared(key: str, text: str) -> frozenset[str]:
    """A singular may write its number out: `én sak`, `{count} case`."""
    names = placeholders(text)
    return names - {"count"} if key.endswith(".one") else names
