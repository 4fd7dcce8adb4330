"""Each service's migrations are one line: every step follows the one before it."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.checks.sources import SERVICES, Source, files
from tests.architecture.verdict import none_of

FOLDERS = ("services/chassis/db/migrations", *(f"services/{each}/migrations" for each in SERVICES))


def said(source: Source, name: str) -> str | None:
    """What the file sets a name to, at its top."""
    line = next(line for line in source.text.splitlines() if line.startswith(f"{name} = "))
    value: str | None = ast.literal_eval(line.partition(" = ")[2])
    return value


def out_of_line(steps: list[Source]) -> list[str]:
    """Files that do not follow the one before them, or do not say what their name says."""
    found, before = [], None
    for step in steps:
        revision, follows = said(step, "revision"), said(step, "down_revision")
        if not step.parts[-1].startswith(f"{revision}_"):
            found.append(f"{step.path}: is called otherwise than its revision {revision}")
        if follows != before:
            found.append(f"{step.path}: follows {follows}, not {before}")
        before = revision
    return found


@pytest.mark.parametrize("folder", FOLDERS)
def test_migrations_follow_each_other(folder: str) -> None:
    steps = [step for step in files(folder, ".py") if not step.path.endswith("__init__.py")]
    assert steps, f"{folder} is empty"
    none_of(out_of_line(steps))


def test_two_of_the_same_number_are_seen() -> None:
    texts = [("a_0001", None), ("a_0002", "a_0001"), ("a_0002", "a_0001")]
    planted = [
        Source(f"{name}_{at}.py", f"revision = {name!r}\ndown_revision = {follows!r}\n")
        for at, (name, follows) in enumerate(texts)
    ]
    assert out_of_line(planted) == ["a_0002_2.py: follows a_0001, not a_0002"]
