"""Addresses several people tend to read, as data."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("shared_mailboxes.yaml")
_SPLIT = re.compile(r"[.\-_+\d]")


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """What stands before the @ of such addresses."""
    return frozenset(yaml.safe_load(_FILE.read_text("utf-8")))


def is_shared(email: str) -> bool:
    """True for `post@`, `firmapost@`, `post.bergen@`, `info2@`; not for `per.post@`."""
    before = email.partition("@")[0].casefold()
    return before in words() or _SPLIT.split(before, maxsplit=1)[0] in words()
