"""Names of files as people gave them, less what could harm or mislead whoever reads them."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 150
"""Characters, the extension included; a name stays below the 255 bytes of any file system."""
NAMELESS = "fil"
_RESERVED = re.compile(r'[<>:"|?*]')
_SPACES = re.compile(r"\s+")


def clean(filename: str) -> str:
    """The last part of a path in NFC, without control and direction marks; æ, ø, å stay.

    Never empty, never with leading dots, never longer than `LONGEST`; the extension is kept.
    """
    last = re.split(r"[/\\]", filename)[-1]
    spaced = "".join(" " if c.isspace() else c for c in last)
    visible = "".join(c for c in spaced if not unicodedata.category(c).startswith("C"))
    composed = unicodedata.normalize("NFC", visible)
    safe = _RESERVED.sub("_", _SPACES.sub(" ", composed)).strip(" .")
    stem, dot, extension = safe.rpartition(".")
    if not dot:
        return safe[:LONGEST].strip() or NAMELESS
    extension = extension[:20].strip()
    stem = stem[: LONGEST - 1 - len(extension)].strip(" .")
    return f"{stem or NAMELESS}.{extension}"


def stem(filename: str) -> str:
    """The name without its extension, for a title."""
    return filename.rpartition(".")[0] or filename
