"""P11 over the handler registry: every reaction, each message 1-5 times, in any order.

The registry is read from the services' tables of contents, so a new reaction is in the next run.
`ARRIVALS` says how many orders are tried for each service (default 3 in the suite; 60 in
`make proofs`). Stories with a real case are in each service's own `test_any_order.py`.
"""

from __future__ import annotations

import importlib
import os
import re
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, select
from sqlalchemy.types import DateTime

from services.chassis.db.tables import EndedSession, Outbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, Envelope, Event
from services.chassis.transport.specs import ListenerSpec, declared, service_class
from tests.architecture.checks.sources import SERVICES
from tests.storage.conftest import Databases, forget_settings
from tests.storage.heard_samples import UTILITY, envelope, sample

ARRIVALS = int(os.environ.get("ARRIVALS", "3"))
MOST_ROUNDS = 12
RANDOM = re.compile(r"\b[0-9a-f]{32}\b")
Heard = list[tuple[ListenerSpec, Event, Envelope]]

NEWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "notify": ("delivery", ("message",)),
    "documents": ("letter_job", ("letter", "revision")),
}
"""Where what goes out depends on who was known by then: a language, an address, a zone's contact.

Of these tables only which news goes out is compared; once to each, as the tables themselves demand.
"""
UNCOMPARED = frozenset({"told", *(table for table, _ in NEWS.values())})


def registry(service: str) -> list[ListenerSpec]:
    """What the service's table of contents listens to."""
    module = importlib.import_module(f"services.{service}.service")
    specs = declared(service_class(module), ListenerSpec)
    return sorted(specs, key=lambda spec: spec.event.type_name())


def heard_by(service: str) -> Heard:
    """An example for each reaction, two of each so that an older and a newer one meet."""
    specs = [spec for spec in registry(service) for _ in range(2)]
    events = [sample(spec.event, number) for number, spec in enumerate(specs, start=1)]
    return [
        (spec, event, envelope(event, number))
        for number, (spec, event) in enumerate(zip(specs, events, strict=True), start=1)
    ]


@pytest.fixture(params=SERVICES)
def service(
    request: pytest.FixtureRequest, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """One service with its own empty database."""
    name: str = request.param
    settings = {**databases.environment(name), "DATABASE_URL": databases.url(name)}
    for key, value in settings.items():
        monkeypatch.setenv(key, value)
    forget_settings()
    yield name
    forget_settings()


def empty(service: str) -> None:
    """Nothing is known."""
    own = importlib.import_module(f"services.{service}.model").Base.metadata
    with begin(Actor.system(service)) as work:
        work.session.connection().exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
        for table in reversed(own.sorted_tables):
            work.session.execute(delete(table))
        for kept in (Outbox, EndedSession):
            work.session.execute(delete(kept))


def handle(service: str, arrivals: Heard) -> None:
    """Each as it comes; what cannot be handled yet is tried again after the others."""
    waiting = arrivals
    for _ in range(MOST_ROUNDS):
        left = [each for each in waiting if not _handled(service, *each)]
        if not left:
            return
        waiting = left
    raise AssertionError([spec.event.__name__ for spec, *_ in waiting])


def _handled(service: str, spec: ListenerSpec, event: Event, told: Envelope) -> bool:
    actor = Actor.system(service, UTILITY)
    try:
        with begin(actor, trace=told.trace, cause=told) as work:
            spec.run(spec.event.model_validate(told.data), work)
    except Exception as problem:
        if type(problem).__name__ not in {"NotHeardOfYet"}:
            raise
        return False
    return True


def outcome(service: str) -> dict[str, Any]:
    """Every row the service keeps, without the instants and random ids of this run."""
    own = importlib.import_module(f"services.{service}.model").Base.metadata
    with begin(Actor.system(service)) as work:
        kept: dict[str, Any] = {
            table.name: Counter(_row(table, row) for row in work.session.execute(select(table)))
            for table in own.sorted_tables
            if table.name not in UNCOMPARED
        }
        kept["told elsewhere"] = Counter(work.session.scalars(select(Outbox.type)))
        if service in NEWS:
            name, columns = NEWS[service]
            table = own.tables[name]
            kept["news"] = {*work.session.execute(select(*(table.c[each] for each in columns)))}
    return kept


def _row(table: Any, row: Any) -> str:
    shown = {
        column.name: value
        for column, value in zip(table.columns, row, strict=True)
        if not isinstance(column.type, DateTime) and not column.computed
    }
    return RANDOM.sub("*", repr(sorted(shown.items(), key=lambda pair: pair[0])))


@pytest.mark.timeout(60 + 30 * ARRIVALS)
def test_every_message_any_number_of_times_in_any_order_ends_as_if_once(service: str) -> None:
    heard = heard_by(service)
    assert heard, "each service hears some other"
    empty(service)
    handle(service, heard)
    once = outcome(service)
    for seed in range(ARRIVALS):
        dice = Random(f"{service}{seed}")
        arrivals = [each for each in heard for _ in range(dice.randint(1, 5))]
        dice.shuffle(arrivals)
        empty(service)
        handle(service, arrivals)
        mixed = outcome(service)
        differing = [name for name in once if mixed[name] != once[name]]
        assert differing == [], (
            seed,
            {n: (once[n] - mixed[n], mixed[n] - once[n]) for n in differing},
        )


def test_an_effect_that_happens_twice_is_seen(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison bites: a reaction that adds a row each time differs from once."""
    settings = {**databases.environment("cases"), "DATABASE_URL": databases.url("cases")}
    for key, value in settings.items():
        monkeypatch.setenv(key, value)
    forget_settings()
    heard = heard_by("cases")
    spec, event, told = heard[0]

    def twice(_event: Any, work: Any) -> None:
        work.emit(event)

    wrong = ListenerSpec(twice, spec.event)
    empty("cases")
    handle("cases", [(wrong, event, told)])
    once = outcome("cases")
    empty("cases")
    handle("cases", [(wrong, event, told)] * 2)
    assert outcome("cases") != once
    forget_settings()
