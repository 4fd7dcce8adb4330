"""All open event streams of this gateway, fed from the services' events."""

from __future__ import annotations

from collections import OrderedDict

from gateway.edge.numbers import EVENT_STREAMS
from gateway.live.stream import Stream
from gateway.live.topics import (
    DOCUMENT_TYPES,
    Concern,
    case_note,
    concern_of,
    topic_note,
)
from gateway.session.caller import Caller
from services.cases.contract.events.firms_on_case import FirmChangedOnCase, PartyEnded
from services.chassis.messages import Envelope
from services.identity.contract.events.sessions import SessionEnded

MOST_CASES = 50_000
ENDINGS = frozenset({FirmChangedOnCase.type_name(), PartyEnded.type_name()})
"""Who loses the case by these is told once more, so that an open page does not stay as it was."""


class Streams:
    """One stream a session: a new one takes the place of the old, which is told so."""

    def __init__(self) -> None:
        self._open: dict[str, Stream] = {}
        self._concerns: OrderedDict[str, Concern] = OrderedDict()

    def open(self, caller: Caller) -> Stream:
        """A stream for a signed-in caller."""
        stream = Stream(caller)
        session_id = caller.actor.session_id
        older = self._open.get(session_id)
        if older is not None:
            older.end("replaced")
        else:
            EVENT_STREAMS.labels(caller.portal).inc()
        self._open[session_id] = stream
        return stream

    def close(self, stream: Stream) -> None:
        """The browser has gone or the stream was ended."""
        session_id = stream.caller.actor.session_id
        if self._open.get(session_id) is stream:
            del self._open[session_id]
            EVENT_STREAMS.labels(stream.caller.portal).dec()

    def end_all(self, why: str) -> None:
        """The gateway stops; browsers come back to another."""
        for stream in list(self._open.values()):
            stream.end(why)

    def learn(self, case_id: str, concern: Concern) -> None:
        """Whose case it is."""
        self._concerns[case_id] = concern
        self._concerns.move_to_end(case_id)
        if len(self._concerns) > MOST_CASES:
            self._concerns.popitem(last=False)

    def on_event(self, envelope: Envelope) -> None:
        """Push what an event means to each open stream."""
        if envelope.type == SessionEnded.type_name():
            ended = self._open.get(str(envelope.data.get("session_id", "")))
            if ended is not None:
                ended.end("signed_out")
            return
        before = self._concerns.get(envelope.aggregate)
        concern = concern_of(envelope)
        if concern is not None:
            self.learn(envelope.aggregate, concern)
        about_case = concern is not None or envelope.type in DOCUMENT_TYPES
        for stream in self._open.values():
            if about_case:
                self._tell(stream, envelope)
                if envelope.type in ENDINGS and before and before.is_of(stream.caller.actor):
                    stream.push(case_note(envelope.aggregate, envelope.sequence))
            elif note := topic_note(envelope, stream.caller.actor):
                stream.push(note)

    def _tell(self, stream: Stream, envelope: Envelope) -> None:
        actor = stream.caller.actor
        concern = self._concerns.get(envelope.aggregate)
        if concern is None:
            if actor.utility == envelope.utility:
                stream.resolve_later(envelope.aggregate, envelope.sequence)
        elif concern.is_of(actor):
            stream.push(case_note(envelope.aggregate, envelope.sequence))
