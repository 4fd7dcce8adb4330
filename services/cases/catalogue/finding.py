"""Finding a type by what one remembers: its name, what it was called before, what it is about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.types.catalogue import OldForm

TITLE, OLD_NAME, KEYWORD, SUMMARY = 8, 5, 4, 2
"""What a word counts where it is found."""
CLOSE = 0.8
"""Two words this alike are the same word spelt differently."""
SHORTEST_BLURRED = 5
"""Shorter words must be spelt right: too many are alike."""
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})


def found(
    types: Sequence[CaseType], q: str, own_names: Mapping[str, Sequence[str]]
) -> list[CaseType]:
    """The types that every word of the search fits, best first; `own_names` are a utility's."""
    words = words_of(q)
    scored = [
        (min(_score(word, kind, own_names) for word in words), kind) for kind in types if words
    ]
    fitting = [(score, kind) for score, kind in scored if score]
    return [kind for _, kind in sorted(fitting, key=lambda pair: -pair[0])]


def by_old_address(
    types: Iterable[CaseType], address: str, own_forms: Iterable[OldForm]
) -> str | None:
    """The code an old form leads to; None when nobody knows the form."""
    wanted = slug(address)
    for form in own_forms:
        if slug(form.address) == wanted:
            return form.code
    for kind in types:
        definition = kind.definition
        names = [definition.code, *definition.title.values(), *definition.old_names]
        if wanted in {slug(name) for name in names}:
            return definition.code
    return None


def slug(name: str) -> str:
    """`Søknad om tilknytning` and `soknad-om-tilknytning` are the same."""
    return "-".join(words_of(name))


def words_of(text: str) -> list[str]:
    """Words without case, accents and Norwegian letters, so that `pålegg` is found by `palegg`."""
    plain = text.casefold().translate(LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", bare)


def _score(word: str, kind: CaseType, own_names: Mapping[str, Sequence[str]]) -> int:
    definition = kind.definition
    places = (
        (TITLE, (definition.code, *definition.title.values())),
        (OLD_NAME, (*definition.old_names, *own_names.get(definition.code, ()))),
        (KEYWORD, tuple(definition.keywords)),
        (SUMMARY, tuple(definition.summary.values())),
    )
    return max(weight * _fit(word, texts) for weight, texts in places)


def _fit(word: str, texts: tuple[str, ...]) -> int:
    """2 for a word that begins or ends like it, 1 for one that is spelt almost like it."""
    known = _known_words(texts)
    if any(other.startswith(word) or (len(word) > 3 and word in other) for other in known):
        return 2
    if len(word) < SHORTEST_BLURRED:
        return 0
    return int(any(SequenceMatcher(None, word, other).ratio() >= CLOSE for other in known))


@lru_cache(maxsize=1024)
def _known_words(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words_of(text))
