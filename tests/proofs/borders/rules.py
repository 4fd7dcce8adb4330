"""The classification: which rule a route stands under, and what it says of each caller."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import yaml

from gateway.settings import Portal
from services.identity.contract.types.words import FirmRole, StaffRole
from tests.proofs.borders.asking import Door
from tests.proofs.borders.callers import CONTRACTOR, FOREIGN, OPERATOR

FILE = Path(__file__).with_name("borders.yaml")
IN = "in"
BLIND = ("editor", "firm_registrar")
GROUPS: dict[str, tuple[str, ...]] = {
    "firm": get_args(FirmRole),
    "foreign": FOREIGN,
    "staff": get_args(StaffRole),
    "blind": BLIND,
    "readers": tuple(role for role in get_args(StaffRole) if role not in BLIND),
}
OF_PORTAL: dict[Portal, tuple[str, ...]] = {"contractor": CONTRACTOR, "operator": OPERATOR}
STRANGERS: dict[Portal, str] = {"contractor": "stranger", "operator": "stranger at work"}
OUTCOMES = (IN, 401, 403, 404, 409)


@dataclass(frozen=True)
class Rule:
    """What routes of a kind answer to whom; `said` is by caller: `in`, or a status."""

    name: str
    portals: tuple[Portal, ...]
    said: dict[str, Any]
    doors: tuple[Door, ...]

    @property
    def groups(self) -> Iterator[tuple[Any, list[str]]]:
        """Callers who are answered alike."""
        for outcome in dict.fromkeys(self.said.values()):
            yield outcome, [who for who, said in self.said.items() if said == outcome]


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All of them. Raises ValueError, saying what is missing or said twice."""
    return tuple(_rule(written) for written in yaml.safe_load(FILE.read_text("utf-8")))


def _rule(written: dict[Any, Any]) -> Rule:
    name = written["rule"]
    portals: tuple[Portal, ...] = (
        ("contractor", "operator") if written["of"] == "both" else (written["of"],)
    )
    everybody = [who for portal in portals for who in OF_PORTAL[portal]]
    said: dict[str, Any] = {}
    for outcome in OUTCOMES:
        for named in written.get(outcome, ()):
            for who in GROUPS.get(named, (named,)):
                if who in said:
                    raise ValueError(f"{name}: says two things of {who}")
                said[who] = outcome
    rest = [who for who in everybody if who not in said]
    if written.get("else") == IN or (rest and "else" not in written):
        raise ValueError(f"{name}: says nothing of {', '.join(rest)}")
    if strangers := said.keys() - set(everybody):
        raise ValueError(f"{name}: {', '.join(strangers)} not on that portal")
    said |= dict.fromkeys(rest, written.get("else"))
    said |= {STRANGERS[portal]: 401 for portal in portals}
    portal = portals[0] if len(portals) == 1 else None
    doors = tuple(_door(portal, route, asked or {}) for route, asked in written["routes"].items())
    return Rule(name, portals, said, doors)


def _door(portal: Portal | None, route: str, asked: dict[str, Any]) -> Door:
    return Door(
        portal,
        route,
        asked.get("body"),
        asked.get("form"),
        tuple(asked.get("with", {}).items()),
        {True: "object"}.get(asked.get("last"), asked.get("last", "")),
        asked.get("query", ""),
    )
