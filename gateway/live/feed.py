"""The text of an event stream (WHATWG server-sent events), and the life of one."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace

from gateway.live.stream import Stream
from gateway.live.topics import Concern, Note, case_note
from gateway.rpc import CallFailed, RemoteRefusal
from gateway.state import Gateway
from services.cases.contract.operations.reading import GetCase
from services.chassis import clock

HEARTBEAT_SECONDS = 15.0
CHECK_SECONDS = 1.0
RETRY_MILLISECONDS = 2000


def as_text(note: Note) -> bytes:
    """One event on the wire."""
    return f"event: {note.name}\ndata: {json.dumps(note.body)}\n\n".encode()


async def feed(gateway: Gateway, stream: Stream) -> AsyncIterator[bytes]:
    """Events until the browser goes, the session ends or the gateway drains."""
    try:
        yield f"retry: {RETRY_MILLISECONDS}\n\n".encode()
        yield as_text(Note("version", {"build": gateway.settings.build_id}, "version"))
        said_at = clock.monotonic()
        while not stream.ended:
            await stream.wait(CHECK_SECONDS)
            if not stream.ended:
                await _renew(gateway, stream)
            if stream.ended:
                break
            await _resolve(gateway, stream)
            for note in stream.taken():
                yield as_text(note)
                said_at = clock.monotonic()
            if clock.monotonic() - said_at >= HEARTBEAT_SECONDS:
                yield b": still here\n\n"
                said_at = clock.monotonic()
        yield as_text(Note("end", {"why": stream.ended}, "end"))
    finally:
        gateway.streams.close(stream)


async def _renew(gateway: Gateway, stream: Stream) -> None:
    """Go on with a fresh proof of who it is; end when the session has, or acts for another.

    With identity away the stream ends too, as nobody can say that the session lives; the browser
    comes back by itself.
    """
    caller = stream.caller
    try:
        checked = await gateway.sessions.check(
            caller.secret, caller.portal, caller.trace, passive=True
        )
    except RemoteRefusal:
        stream.end("signed_out")
        return
    except CallFailed:
        stream.end("unavailable")
        return
    actor = checked.actor
    if (actor.firm_id, actor.utility) != (caller.actor.firm_id, caller.actor.utility):
        stream.end("acting_changed")
    stream.caller = replace(caller, session=checked)


async def _resolve(gateway: Gateway, stream: Stream) -> None:
    """Ask, as the subscriber, about cases only documents has told of.

    A foreign one is dropped; one that cannot be asked about now is asked about in the next round.
    """
    while stream.unresolved:
        case_id, sequence = stream.unresolved.popitem(last=False)
        try:
            case = await stream.caller.call(GetCase(case_id=case_id))
        except RemoteRefusal:
            continue
        except CallFailed:
            stream.unresolved.setdefault(case_id, sequence)
            return
        if case.standing == "former":
            continue  # it shows who had the case once, not who has it
        active = {party.firm.firm_id for party in case.parties if party.state == "active"}
        draft = case.status == "draft"
        concern = Concern(case.firm.firm_id, case.utility, draft, frozenset(active))
        gateway.streams.learn(case_id, concern)
        stream.push(case_note(case_id, sequence))
