"""Sessions and what one acts for."""

from __future__ import annotations

from services.chassis.messages import Command, Nothing, Query
from services.identity.contract.types.login import CheckedSession, SessionRows
from services.identity.contract.types.people import PersonView
from services.identity.contract.types.words import Portal, SecretText


class CheckSession(Query[CheckedSession]):
    """Is the session alive? Moves its idle limit (public; the secret is the proof).

    `passive` only looks: an open event stream must not keep an idle session alive.
    """

    secret: SecretText
    portal: Portal
    passive: bool = False


class EndSession(Command[Nothing]):
    """End one of one's own sessions; without an id, the current one."""

    session_id: str = ""


class ListSessions(Query[SessionRows]):
    """One's own living sessions."""


class ActFor(Command[PersonView]):
    """Choose which firm, at which utility, one acts for from now on."""

    firm_id: str
    utility: str
