"""Texts people write, without what nobody sees.

Control and direction marks, zero-width signs and the like can make a name look like another, turn
a line around or break one text into several; whoever pastes them does not know that they are there.
They are left out, not refused. Used as the last annotation of a field, so that its limits count
what is left.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from pydantic import BeforeValidator


def in_one_line(text: str) -> str:
    """A name or a title: every run of spaces and line breaks is one space."""
    return " ".join(_seen(" ".join(text.split())).split())


def in_lines(text: str) -> str:
    """A text of several lines: the line breaks stay, a tab is a space."""
    return "\n".join(_seen(line.replace("\t", " ")).rstrip() for line in text.splitlines())


def _seen(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")


def _one_line(value: Any) -> Any:
    return in_one_line(value) if isinstance(value, str) else value


def _lines(value: Any) -> Any:
    return in_lines(value) if isinstance(value, str) else value


OneLine = BeforeValidator(_one_line)
"""For names and titles."""

Lines = BeforeValidator(_lines)
"""For texts of several lines."""
