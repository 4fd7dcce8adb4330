"""The people a login provider knows, and what has been changed about them since."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

PEOPLE = Path(__file__).with_name("oidc_people.yaml")


@dataclass(frozen=True)
class Person:
    """Somebody with an account at the provider."""

    sub: str
    name: str
    email: str
    says: str = ""
    groups: tuple[str, ...] = ()
    amr: tuple[str, ...] = ("pwd",)
    email_verified: bool = True
    removed: bool = False

    def claims(self) -> dict[str, Any]:
        """What an id token says of them."""
        return {
            "sub": self.sub,
            "name": self.name,
            "email": self.email,
            "email_verified": self.email_verified,
            "groups": list(self.groups),
            "amr": list(self.amr),
        }


def load() -> dict[str, Person]:
    """By `sub`."""
    rows = yaml.safe_load(PEOPLE.read_text("utf-8"))
    people = [
        Person(**{**row, "groups": tuple(row["groups"]), "amr": tuple(row["amr"])}) for row in rows
    ]
    return {person.sub: person for person in people}


@dataclass
class People:
    """Those of the file, until somebody changes or removes one."""

    known: dict[str, Person] = field(default_factory=load)

    def present(self) -> list[Person]:
        """Those who can log in."""
        return [person for person in self.known.values() if not person.removed]

    def find(self, sub: str) -> Person | None:
        """The person, unless removed."""
        person = self.known.get(sub)
        return person if person and not person.removed else None

    def change(self, sub: str, **changes: Any) -> Person:
        """Other groups, or no account any more. KeyError for a stranger."""
        self.known[sub] = replace(self.known[sub], **changes)
        return self.known[sub]
