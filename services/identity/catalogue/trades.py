"""Professions and qualifications: words of two files, so that adding one needs no code."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from services.chassis.messages import FieldError, InvalidRequest
from services.identity.contract.types.trades import Profession, QualificationType, Titles, Trades

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def trades() -> Trades:
    """Both lists in the order they are written; a file that is wrong stops the start."""
    return Trades(
        professions=[
            Profession(code=code, title=title) for code, title in _read("professions").items()
        ],
        qualifications=[
            QualificationType(code=code, **said) for code, said in _read("qualifications").items()
        ],
    )


def ensure_professions(codes: Iterable[str], field: str = "professions") -> list[str]:
    """Each once, in order of the code. Raises InvalidRequest for one that is not in the file."""
    known = {profession.code for profession in trades().professions}
    if set(codes) - known:
        raise InvalidRequest(errors=[FieldError(field=field, code="literal_error")])
    return sorted(set(codes))


def named(codes: Iterable[str]) -> list[Profession]:
    """Codes with their titles; one that has left the file keeps its code for a title."""
    known = {profession.code: profession for profession in trades().professions}
    return [known.get(code, Profession(code=code, title=_untitled(code))) for code in codes]


def qualification_type(code: str) -> QualificationType | None:
    """The type of that code."""
    found = (kind for kind in trades().qualifications if kind.code == code)
    return next(found, None)


def title_of(code: str) -> Titles:
    """A qualification's title; one that has left the file keeps its code for one."""
    kind = qualification_type(code)
    return kind.title if kind else _untitled(code)


def _untitled(code: str) -> Titles:
    return {"nb": code, "nn": code, "en": code}


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return read
