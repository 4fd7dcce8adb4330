"""Markdown as editors write it, to HTML; tags in the source stay text."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

FREEZE = "{{freeze}}"
"""Where an editor wants the live freeze windows."""


def as_html(source: str, *, lower: bool = True) -> Markup:
    """A post's `#` becomes a heading of level two: the page's title is the only first one."""
    lines = source.splitlines()
    if lower:
        lines = [f"#{line}" if line.startswith("#") else line for line in lines]
    return Markup(_reader().render("\n".join(lines)))  # noqa: S704 - made with html off: tags are escaped


def around_freezes(source: str) -> list[str]:
    """The source cut where the live freeze windows belong."""
    return source.split(FREEZE)


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
