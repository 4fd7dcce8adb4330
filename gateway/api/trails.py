"""Pages of several services' trails as one: newest first, whoever wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from gateway.rpc import CallFailed, RemoteRefusal
from gateway.session import Caller
from services.chassis.messages import Message, Request
from services.chassis.messages.trail import Chain, TrailEntry, TrailPage
from services.identity.contract.operations.trail import TrailOf

AWAY = ("unavailable", "late")


class WholeEntry(TrailEntry):
    """An entry, and whose trail it stands in."""

    service: TrailOf


class WholeChain(Chain):
    """A chain, and whose it is."""

    service: TrailOf


class WholeTrail(Message):
    """Newest first, whoever wrote it; `missing` are the services that did not answer."""

    items: list[WholeEntry]
    chains: list[WholeChain]
    missing: list[TrailOf]
    next: str | None


def merged(pages: Mapping[TrailOf, TrailPage | None], limit: int) -> WholeTrail:
    """One page of several; None stands for a service that is away.

    The cursor is an instant and an id, so that it stands at the same place in every trail.
    """
    answered = {service: page for service, page in pages.items() if page is not None}
    every = [
        WholeEntry(service=service, **dict(entry))
        for service, page in answered.items()
        for entry in page.items
    ]
    every.sort(key=attrgetter("at", "entry_id"), reverse=True)
    shown = every[:limit]
    standing = {(entry.service, entry.chain) for entry in shown}
    chains = [
        WholeChain(service=service, **dict(chain))
        for service, page in answered.items()
        for chain in page.chains
        if (service, chain.chain) in standing
    ]
    more = len(every) > len(shown) or any(page.next for page in answered.values())
    return WholeTrail(
        items=shown,
        chains=chains,
        missing=[service for service, page in pages.items() if page is None],
        next=shown[-1].place if more else None,
    )


async def unless_away(caller: Caller, request: Request[TrailPage]) -> TrailPage | None:
    """None when the service is away. Raises RemoteRefusal for what it does not accept."""
    try:
        return await caller.call(request)
    except RemoteRefusal as refusal:
        if refusal.kind not in AWAY:
            raise
    except CallFailed:
        pass
    return None
