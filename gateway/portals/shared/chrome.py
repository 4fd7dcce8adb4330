"""What stands around every page: the utility's name and duty number, freezes, contact points.

Kept a little while and shown as last known when a service is away, so that an error page, too, has
the emergency number on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastapi import Request

from gateway.rpc import CallFailed, Services
from gateway.state import gateway_of
from services.cases.contract.events.freezes import FreezeChanged
from services.cases.contract.operations.freezes import GetNotices
from services.cases.contract.types.freezes import FreezeView, FreezeWindows
from services.chassis import clock
from services.chassis.messages import Envelope
from services.identity.contract.events.utilities import UtilityConfigured
from services.identity.contract.operations.utilities import ListUtilities
from services.identity.contract.types.utilities import UtilityView
from services.notify.contract.events import ContactPointChanged
from services.notify.contract.operations import ListContacts
from services.notify.contract.types import ContactPoint, ContactPurpose

UTILITY_SECONDS = 60.0
NOTICE_SECONDS = 2.0
CONTACT_SECONDS = 30.0
LONGEST_WAIT = 1.0
NAMELESS = "Vann og avløp"


@dataclass(frozen=True)
class Chrome:
    """The surroundings of one page."""

    utility: UtilityView
    notices: list[FreezeView]
    opens_at: datetime | None
    """Go-live, while it lies ahead."""
    contacts: list[ContactPoint]
    utilities: list[UtilityView]

    def named(self, utility: str) -> str:
        """What a utility calls itself; its code while nobody has said."""
        return next((view.name for view in self.utilities if view.utility == utility), utility)

    def contact(self, purpose: ContactPurpose) -> ContactPoint | None:
        """Whom one turns to for it; None when nobody is set."""
        return next((each for each in self.contacts if each.purpose == purpose), None)


class _Kept:
    """The last answer to a question, asked again when it has become old."""

    def __init__(self, seconds: float, first: Any) -> None:
        self._seconds = seconds
        self._answer = first
        self._asked_at = float("-inf")

    async def get(self, ask: Callable[[], Awaitable[Any]]) -> Any:
        """The answer; the last one known when asking fails or takes too long."""
        if clock.monotonic() - self._asked_at > self._seconds:
            self._asked_at = clock.monotonic()
            try:
                async with asyncio.timeout(LONGEST_WAIT):
                    self._answer = await ask()
            except (CallFailed, TimeoutError):
                pass
        return self._answer

    @property
    def last(self) -> Any:
        """The last one known, without asking."""
        return self._answer

    def outdated(self) -> None:
        """Something has changed: ask at the next page, and keep this until it is answered."""
        self._asked_at = float("-inf")


class Surroundings:
    """Chrome by utility, for one gateway process."""

    def __init__(self, services: Services, duty_phone: str) -> None:
        self._services = services
        self._duty_phone = duty_phone
        self._utilities = _Kept(UTILITY_SECONDS, [])
        self._notices: dict[str, _Kept] = {}
        self._contacts: dict[str, _Kept] = {}

    def on_event(self, envelope: Envelope) -> None:
        """A freeze that is moved, another number or words of the utility: each shows at once."""
        kept = {
            FreezeChanged.type_name(): self._notices.get(envelope.utility),
            ContactPointChanged.type_name(): self._contacts.get(envelope.utility),
            UtilityConfigured.type_name(): self._utilities,
        }.get(envelope.type)
        if kept is not None:
            kept.outdated()

    def duty_phone(self, utility: str) -> str:
        """The number of the duty centre as last known; asks nobody, so it is never late."""
        phone: str = self._chosen(self._utilities.last, utility).duty_phone
        return phone

    async def may_be(self, utility: str) -> bool:
        """False only when the utilities are known and it is none; waits a second at most."""
        known = await self._utilities.get(self._ask_utilities)
        return not known or any(view.utility == utility for view in known)

    async def around(self, utility: str) -> Chrome:
        """What stands around a page of the utility; never fails."""
        utilities, notices, contacts = await asyncio.gather(
            self._utilities.get(self._ask_utilities),
            self._notices.setdefault(utility, _Kept(NOTICE_SECONDS, FreezeWindows(items=[]))).get(
                lambda: self._ask_notices(utility)
            ),
            self._contacts.setdefault(utility, _Kept(CONTACT_SECONDS, [])).get(
                lambda: self._ask_contacts(utility)
            ),
        )
        chosen = self._chosen(utilities, utility)
        return Chrome(chosen, notices.items, notices.opens_at, contacts, utilities)

    def _chosen(self, known: list[UtilityView], utility: str) -> UtilityView:
        for view in known:
            if view.utility == utility:
                return view
        return UtilityView.model_construct(
            utility=utility,
            name=NAMELESS,
            short_name=NAMELESS,
            duty_phone=self._duty_phone,
        )

    async def _ask_utilities(self) -> list[UtilityView]:
        return (await self._services.call(ListUtilities())).items

    async def _ask_notices(self, utility: str) -> FreezeWindows:
        return await self._services.call(GetNotices(utility=utility))

    async def _ask_contacts(self, utility: str) -> list[ContactPoint]:
        return (await self._services.call(ListContacts(utility=utility))).items


def surroundings_of(request: Request) -> Surroundings:
    """What this gateway process knows of what stands around its pages."""
    state = request.app.state
    if not hasattr(state, "surroundings"):
        gateway = gateway_of(request)
        state.surroundings = Surroundings(gateway.services, gateway.settings.duty_phone_shown)
        gateway.services.events(state.surroundings.on_event)
    surroundings: Surroundings = state.surroundings
    return surroundings


async def chrome_of(request: Request, utility: str) -> Chrome:
    """The surroundings of a page of this gateway."""
    return await surroundings_of(request).around(utility)
