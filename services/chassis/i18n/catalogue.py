"""Texts by key and language, read from YAML once at start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from services.chassis.i18n.language import LANGUAGES, Language
from services.chassis.i18n.placeholders import fill
from services.chassis.i18n.problems import problems
from services.chassis.i18n.yaml_texts import read_texts

Texts = Mapping[Language, Mapping[str, str]]


class Catalogue:
    """Every text a person may see; plain text, to be escaped by the template that shows it."""

    def __init__(self, texts: Texts) -> None:
        self._texts = {
            language: MappingProxyType(dict(texts.get(language, {}))) for language in LANGUAGES
        }

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Catalogue:
        """Read `<folder>/{nb,nn,en}/*.yaml`; nested keys are joined by dots, files add no prefix.

        Raises ValueError when a key is given twice or a value is not a text, and
        FileNotFoundError when a folder does not exist.
        """
        texts: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
        for language, file in _files(folders):
            for key, text in read_texts(file):
                if key in texts[language]:
                    raise ValueError(f"{file.name}: {language} {key} is given twice")
                texts[language][key] = text
        return cls(texts)

    def text(self, key: str, language: Language, /, **values: object) -> str:
        """The text with its `{name}` placeholders filled in.

        With a `count`, a key that has `.one` and `.other` takes the one that fits. Values the
        text does not use are passed over. Raises KeyError when the key or a value is missing:
        there is no silent fall-back to another language.
        """
        texts = self._texts[language]
        if key in texts:
            return fill(texts[key], values)
        if "count" in values and f"{key}.other" in texts:
            form = "one" if values["count"] == 1 else "other"
            return fill(texts[f"{key}.{form}"], values)
        raise KeyError(f"no text {key!r} in {language}")

    def has(self, key: str, language: Language = "nb") -> bool:
        """True when the key, or its plural forms, can be looked up."""
        texts = self._texts[language]
        return key in texts or (f"{key}.one" in texts and f"{key}.other" in texts)

    def keys(self, language: Language = "nb") -> frozenset[str]:
        """All keys of a language, plural forms written out."""
        return frozenset(self._texts[language])

    def problems(self) -> list[str]:
        """What keeps the languages from saying the same, one line each; empty when all is well."""
        return problems(self._texts)

    def bound(self, language: Language) -> BoundTexts:
        """The catalogue in one reader's language, for templates."""
        return BoundTexts(self, language)


class BoundTexts:
    """Look-up in one language: `texts("case.title", number="2023/1")`."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue = catalogue
        self.language = language

    def __call__(self, key: str, /, **values: Any) -> str:
        """The text, as `Catalogue.text`; raises KeyError alike."""
        return self._catalogue.text(key, self.language, **values)


def _files(folders: Sequence[Path]) -> Iterator[tuple[Language, Path]]:
    for folder in folders:
        if not folder.is_dir():
            raise FileNotFoundError(f"no folder of texts: {folder}")
        for language in LANGUAGES:
            for file in sorted((folder / language).glob("*.yaml")):
                yield language, file
