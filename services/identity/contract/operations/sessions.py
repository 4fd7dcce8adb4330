"""Sessions and what one acts for."""

from __future__ import annotations

from pydantic import Field

from services.chassis.messages import Command, Nothing, Query
from services.identity.contract.types.login import CheckedSession, SessionRows
from services.identity.contract.types.people import PersonView
from services.identity.contract.types.security import SecurityEvents
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


class EndEverySession(Command[Nothing]):
    """Sign out everywhere, on both portals; this session too."""


class ListSecurityEvents(Query[SecurityEvents]):
    """What has happened to one's account, newest first."""

    cursor: str = Field(default="", max_length=200)
    limit: int = Field(default=25, ge=1, le=100)


class ListSessions(Query[SessionRows]):
    """One's own living sessions."""


class ActFor(Command[PersonView]):
    """Choose which firm, at which utility, one acts for from now on."""

    firm_id: str
    utility: str
