"""P7: every route x everybody, as classified in `borders/borders.yaml`.

In the suite each rule's callers who are answered alike take turns, so that every route meets one of
each; `EVERYBODY=1` (as in `make proofs`) asks every route as everybody.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from deploy.local.description import Description
from tests.proofs.borders.asking import Door, ask_all
from tests.proofs.borders.callers import Town, town
from tests.proofs.borders.objects import Objects, objects_of
from tests.proofs.borders.rules import IN, OF_PORTAL, rules

pytestmark = [pytest.mark.system, pytest.mark.timeout(900)]
EVERYBODY = bool(os.environ.get("EVERYBODY"))
LET_IN = frozenset({200, 201, 202, 204, 303, 409, 413, 422, 429})
Expected = tuple[Door, str, Any]


@pytest.fixture(scope="module")
def here(bed: Description) -> Iterator[Town]:
    with town(bed) as made:
        yield made


@pytest.fixture(scope="module")
def objects(here: Town) -> Objects:
    return objects_of(here)


def expected() -> Iterator[Expected]:
    """What each door shall answer to each who asks."""
    turn = 0
    for rule in rules():
        for door in rule.doors:
            turn += 1
            for outcome, callers in rule.groups:
                once = outcome == IN and door.last in ("object", "firm")
                everybody = (EVERYBODY and not once) or door.last == "self"
                asking = callers if everybody else [callers[turn % len(callers)]]
                yield from ((door, who, outcome) for who in asking)


def one_each(asking: list[Expected]) -> Iterator[Expected]:
    """Somebody for each door, nobody twice: who has been let out cannot ask again."""
    gone = {"firm_registrar"}  # is needed to the end
    for door in dict.fromkeys(door for door, _, _ in asking):
        who = next(who for asked, who, _ in reversed(asking) if asked is door and who not in gone)
        gone.add(who)
        yield door, who, IN


def wrong(town: Town, objects: Objects, questions: Iterable[Expected]) -> list[str]:
    """Those answered otherwise, as a person would say it."""
    asked = list(questions)
    answers = ask_all(town, objects, [(door, who) for door, who, _ in asked])
    found = []
    for door, who, outcome in asked:
        status = answers[door, who]
        if status not in (LET_IN if outcome == IN else {outcome}):
            where = f"{door.portal or 'both'} {door.route}"
            found.append(f"{where} as {who}: {status}, classified {outcome}")
    return found


def test_nobody_passes_a_border_and_everybody_passes_their_own_doors(
    here: Town, objects: Objects
) -> None:
    """Refusals first, since they change nothing; then who gets in; then what ends a standing."""
    everything = list(expected())
    refused = [each for each in everything if each[2] != IN]
    let_in = [each for each in everything if each[2] == IN and not each[0].last]
    last = [each for each in everything if each[2] == IN and each[0].last]
    ordered = [
        *(each for each in last if each[0].last == "object"),
        *(each for each in last if each[0].last == "others"),
        *one_each([each for each in last if each[0].last == "self"]),
        *(each for each in last if each[0].last == "firm"),
    ]
    found = wrong(here, objects, refused) + wrong(here, objects, let_in)
    for each in ordered:
        found += wrong(here, objects, [each])
    assert not found, "\n".join(found)


def test_addresses_of_one_portal_do_not_exist_on_the_other(here: Town, objects: Objects) -> None:
    """Also for somebody with a session there, and for strangers."""
    questions: list[Expected] = []
    for rule in rules():
        for door in rule.doors:
            if door.portal is None or "/api/" not in door.route:
                continue
            other: Any = "operator" if door.portal == "contractor" else "contractor"
            questions += [(door, who, 404) for who in (*OF_PORTAL[other][:1], "stranger")]
    wanted = [
        (door, who if who != "stranger" else _stranger_elsewhere(door), outcome)
        for door, who, outcome in questions
    ]
    found = wrong(here, objects, wanted)
    assert not found, "\n".join(found)


def _stranger_elsewhere(door: Door) -> str:
    return "stranger at work" if door.portal == "contractor" else "stranger"
