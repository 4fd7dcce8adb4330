"""A QR code drawn into the page, without styles, so that the content policy holds."""

from __future__ import annotations

import segno
from markupsafe import Markup


def qr(text: str, title: str) -> Markup:
    """Black on white at any size; `title` is what a screen reader says."""
    drawn = segno.make(text, micro=False, error="m").svg_inline(
        omitsize=True, border=4, light="#fff", svgclass="qr", lineclass=None, title=title
    )
    return Markup(drawn)  # noqa: S704 - drawn by the library, which escapes the title
