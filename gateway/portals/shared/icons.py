"""Icons drawn into the page, so that they take the colour of their text and need no request."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup

from gateway.portals.shared.bundle import icon_source

_TAG = re.compile(r"<svg\b[^>]*>")


@cache
def icon(name: str) -> Markup:
    """An Aksel icon, hidden from screen readers: the words beside it carry the meaning."""
    drawing = _TAG.sub(
        '<svg class="icon" viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">',
        icon_source(name),
        count=1,
    )
    return Markup(re.sub(r">\s+<", "><", drawing.strip()))  # noqa: S704 - a file of a pinned package
