"""What is wrong with a case type, where, and in words a portal can say in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from services.cases.catalogue.marked import Path, line_of, named
from services.cases.contract.types.publishing import Fault
from services.cases.contract.types.words import FaultCode

SHAPE: Mapping[str, FaultCode] = {"missing": "missing", "extra_forbidden": "unknown_key"}
"""pydantic's words to ours; all others say that the value is of the wrong kind."""


class CatalogueInvalid(ValueError):
    """A case type makes no sense; `faults` says where and why."""

    def __init__(self, about: str, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)
        super().__init__(f"{about}: {'; '.join(_line(fault) for fault in self.faults)}")


def fault(code: FaultCode, source: Any, path: Path, **facts: Any) -> Fault:
    """A fault at a place of the source."""
    return Fault(code=code, place=named(source, path), line=line_of(source, path), facts=facts)


def of_shape(problem: ValidationError, source: Any) -> list[Fault]:
    """What pydantic found, never repeating the value."""
    return [
        fault(SHAPE.get(error["type"], "wrong_value"), source, error["loc"])
        for error in problem.errors(include_input=False, include_url=False)
    ]


def _line(found: Fault) -> str:
    """For the log of a process that does not start."""
    where = f"line {found.line}, {found.place}" if found.line else found.place
    facts = ", ".join(f"{name} {value}" for name, value in found.facts.items())
    return " ".join(part for part in (f"{where}:", found.code, facts) if part)
