"""An error summary says which fields it means (WCAG 2.2, 3.3.1 and 3.3.3).

It stands above the fields, where a template does not know their labels yet, so these are put in
when the page is made.
"""

from __future__ import annotations

import re

_NAMELESS = re.compile(r'<a href="#(?P<id>[\w-]+)" data-nameless>')
_LABELS = (
    re.compile(r'<label for="(?P<id>[\w-]+)">(?P<words>.*?)</label>', re.DOTALL),
    re.compile(
        r'<fieldset class="field"[^>]* id="(?P<id>[\w-]+)"[^>]*>\s*<legend>(?P<words>.*?)</legend>',
        re.DOTALL,
    ),
)
_OPTIONAL = re.compile(r'<span class="optional">.*?</span>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")


def with_names(page: str) -> str:
    """Each link of the summary begins with the words of the field it leads to."""
    if " data-nameless>" not in page:
        return page
    words = {
        label["id"]: _plain(label["words"])
        for pattern in _LABELS
        for label in pattern.finditer(page)
    }
    return _NAMELESS.sub(lambda link: _named(link["id"], words.get(link["id"], "")), page)


def _named(field: str, words: str) -> str:
    return f'<a href="#{field}">' + (f"{words}: " if words else "")


def _plain(label: str) -> str:
    """Escaped already: it is cut out of a page of ours."""
    return " ".join(_MARKUP.sub("", _OPTIONAL.sub("", label)).split())
