"""What a contract tells is told, and somebody hears it."""

from __future__ import annotations

import ast

import pytest

from services.cases.contract.events.case_event import CaseEvent
from services.chassis.messages import Event
from services.chassis.transport.declare import EXTRA_LISTENERS
from services.identity.contract.events.sessions import SessionEnded
from tests.architecture.checks import meanings
from tests.architecture.checks.sources import SERVICES, Source, files, identifiers, python
from tests.architecture.services_map import events_of, every_event, heard_by
from tests.architecture.verdict import none_of

UNHEARD: dict[str, str] = {}
"""Events nobody hears yet -> why they are told all the same."""


def telling_code(service: str) -> list[Source]:
    """A service without its contract."""
    every = files(f"services/{service}", ".py")
    return [source for source in every if not source.under(f"services/{service}/contract")]


def emits(source: Source) -> bool:
    """True when the file calls `emit`."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "emit"
        for node in source.nodes
    )


def untold(events: list[str], code: list[Source]) -> list[str]:
    """Events no code makes; or none at all when nothing emits."""
    made = meanings.built(code) if any(emits(source) for source in code) else frozenset()
    return [f"{event}: in the contract, never told" for event in events if event not in made]


def gateway_hears(event: type[Event], code: tuple[Source, ...]) -> bool:
    """True when the gateway names it; it also streams all that carries a case's firm."""
    return issubclass(event, CaseEvent) or any(
        event.__name__ in identifiers(source) for source in code
    )


@pytest.mark.parametrize("service", SERVICES)
def test_every_event_is_told(service: str) -> None:
    none_of(untold([event.__name__ for event in events_of(service)], telling_code(service)))


def test_every_event_is_heard() -> None:
    heard = {event for service in SERVICES for event in heard_by(service)}
    extra = {(source, kind) for source, kinds in EXTRA_LISTENERS.values() for kind in kinds}
    none_of(
        f"{event.told_by()}: nobody hears {event.__name__}"
        for event in every_event()
        if not event.audit_only
        and event not in heard
        and (event.told_by(), event.type_name()) not in extra
        and not gateway_hears(event, python("gateway"))
        and event.__name__ not in UNHEARD
    )


def test_what_is_kept_for_the_audit_trail_is_listened_to_by_nobody() -> None:
    heard = {event for service in SERVICES for event in heard_by(service)}
    none_of(f"{event.__name__} is not published" for event in heard if event.audit_only)


def test_every_listener_hears_what_a_contract_tells() -> None:
    told = set(every_event())
    types = {(event.told_by(), event.type_name()) for event in told}
    none_of(
        f"{service} listens to {event.__name__}, which nobody tells"
        for service in SERVICES
        for event in heard_by(service)
        if event not in told
    )
    none_of(
        f"{queue} waits for {kind} of {source}, which nobody tells"
        for queue, (source, kinds) in EXTRA_LISTENERS.items()
        for kind in kinds
        if (source, kind) not in types
    )


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_hears_that_a_session_ended(service: str) -> None:
    if service != SessionEnded.told_by():  # it refuses the session from the same transaction on
        assert SessionEnded in heard_by(service)


def test_the_list_of_unheard_events_is_short_and_true() -> None:
    names = {event.__name__ for event in every_event()}
    assert UNHEARD.keys() <= names
    assert len(UNHEARD) <= 5
    assert all(UNHEARD.values())


def test_an_event_never_told_is_found() -> None:
    told = Source("a.py", "work.emit(CaseReceived(case_id=1))\nof_case(CaseAssigned, case)")
    seen = Source("b.py", "def f(event: CaseWithdrawn):\n    isinstance(event, CaseDecided)")
    events = ["CaseReceived", "CaseAssigned", "CaseWithdrawn", "CaseDecided"]
    assert untold(events, [told, seen]) == [
        "CaseWithdrawn: in the contract, never told",
        "CaseDecided: in the contract, never told",
    ]
    assert len(untold(events, [Source("c.py", "CaseReceived(case_id=1)")])) == len(events)


def test_an_event_nobody_hears_is_found() -> None:
    class RainFell(Event):
        """Not in any contract."""

    assert not gateway_hears(RainFell, python("gateway"))
    assert gateway_hears(RainFell, (Source("gateway/live/weather.py", "TOPICS = {RainFell: 1}"),))
