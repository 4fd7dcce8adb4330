"""`python -m deploy.local.seed`: fill a new instance with the demo world, through the services.

Every row is made by the operation a person or an administrator would use, with a token this
program may sign because it holds the sandbox's keys. Each call has its own key, so a seed that
was cut short is simply run again. Production settings are refused.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import yaml

from deploy.local.demo.utilities import utilities, views
from gateway.rpc import CallFailed, RemoteRefusal, Services
from services.cases.contract.operations.catalogue import ConfigureCatalogue
from services.cases.contract.operations.handling import ConfigureZone
from services.cases.contract.operations.rules import SetRules
from services.chassis import clock
from services.chassis.messages import Actor, Request
from services.chassis.tokens import TokenSigner
from services.identity.contract.operations.firms import ImportFirm
from services.identity.contract.operations.people import ImportPerson
from services.identity.contract.operations.utilities import ConfigureUtility
from services.identity.contract.types.firms import FirmEmails, NewFirm
from services.identity.contract.types.utilities import UtilityView
from services.identity.contract.types.words import StaffRole
from services.notify.contract.operations import (
    ConfigureContact,
    PublishNews,
    SetOnCall,
    WriteNews,
)
from services.notify.contract.types import NewContactPoint, OnCall

WORLD = Path(__file__).parent / "demo" / "world.yaml"
LONGEST_WAIT_SECONDS = 60.0
ALREADY_THERE = {"AlreadyDone", "SlugTaken", "FirmKnown"}

Step = tuple[str, Request[Any]]


class Seed:
    """Calls the services as the system, and as an editor for the news."""

    def __init__(self, services: Services, signer: TokenSigner) -> None:
        self._services = services
        self._signer = signer

    def _token(self, utility: str, audience: str) -> str:
        return self._signer.sign(
            Actor(
                audience="operator" if audience == "operator" else "system",
                user_id="seed",
                name="Demo",
                utility=utility,
                roles=frozenset(get_args(StaffRole)),
            )
        )

    async def send(self, key: str, request: Request[Any], utility: str, audience: str) -> None:
        """One call, repeated while the services are still coming up."""
        ends = clock.monotonic() + LONGEST_WAIT_SECONDS
        token = self._token(utility, audience)
        while True:
            try:
                await self._services.call(request, token=token, key=f"seed:{key}", trace="seed")
            except RemoteRefusal as refusal:
                if refusal.code in ALREADY_THERE:
                    return
                if refusal.kind != "unavailable" or clock.monotonic() > ends:
                    raise
            except CallFailed:
                if clock.monotonic() > ends:
                    raise
            else:
                return
            await asyncio.sleep(0.3)


def system_steps(world: dict[str, Any]) -> Iterator[Step]:
    """Everything the system itself sets up."""
    yield from utility_steps()
    for item in world["zones"]:
        yield f"zone:{item['utility']}:{item['code']}", ConfigureZone(**item)
    for item in world["catalogues"]:
        yield f"catalogue:{item['utility']}", ConfigureCatalogue(**item)
    for item in world["firms"]:
        for utility in item["at"]:
            yield f"firm:{utility}:{item['orgnr']}", import_firm(utility, item)
    for item in (*world["people"], *world["staff"]):
        for utility in (item.get("utility", "fjordby"), *item.get("also_at", [])):
            key = f"person:{item['email']}:{utility}"
            yield key, import_person(item, world["password"], utility)


def utility_steps() -> Iterator[Step]:
    """The utilities with whom they ring and where they are reached."""
    for view in views(os.environ["PORT"]):
        yield view["utility"], ConfigureUtility(view=UtilityView(**view))
    for item in utilities():
        utility = item["utility"]
        if "opens_at" in item:
            yield f"rules:{utility}", SetRules(utility=utility, opens_at=item["opens_at"])
        on_call = OnCall(phones=item["on_call"])
        yield f"oncall:{utility}", SetOnCall(utility=utility, on_call=on_call)
        for contact in item["contacts"]:
            point = NewContactPoint(**contact)
            key = f"contact:{utility}:{point.purpose}"
            yield key, ConfigureContact(utility=utility, contact=point)


def import_firm(utility: str, item: dict[str, Any]) -> ImportFirm:
    """A firm as a utility knows it."""
    return ImportFirm(
        utility=utility,
        orgnr=item["orgnr"],
        firm=NewFirm(
            name=item["name"],
            municipality=item["municipality"],
            phone=item["phone"],
            emails=FirmEmails(post=item["post"]),
        ),
        professions=item["professions"],
    )


def import_person(item: dict[str, Any], password: str, utility: str) -> ImportPerson:
    """A person of a firm, or of the utility."""
    return ImportPerson(
        utility=utility,
        name=item["name"],
        email=item["email"],
        mobile=item.get("mobile"),
        password=password,
        firm_orgnr=item.get("firm"),
        firm_roles=item["roles"] if "firm" in item else [],
        staff_roles=[] if "firm" in item else item["roles"],
    )


def news_steps(world: dict[str, Any]) -> Iterator[Step]:
    """Posts, oldest first."""
    for item in world["news"]:
        yield f"news:{item['slug']}", WriteNews(**item)
        yield f"publish:{item['slug']}", PublishNews(slug=item["slug"])


def account_lines(world: dict[str, Any]) -> list[str]:
    """What the ready block tells a newcomer."""
    accounts = [*world["people"], *world["staff"]]
    lines = [f"{item['email']:<32} {', '.join(item['roles'])}" for item in accounts]
    return [*lines, f"password of all: {world['password']}; codes arrive in the sandbox"]


async def run(world: dict[str, Any]) -> None:
    """Send every step; stops at the first refusal that is not "already there"."""
    services = Services(os.environ["AMQP_URI"])
    await services.start()
    try:
        seed = Seed(services, TokenSigner(os.environ["TOKEN_PRIVATE_KEYS"]))
        for key, request in system_steps(world):
            utility = getattr(request, "utility", "") or key
            await seed.send(key, request, utility, "system")
        for key, request in news_steps(world):
            await seed.send(key, request, "fjordby", "operator")
    finally:
        await services.stop()


def main() -> None:
    """Refuse outside the sandbox; fill; tell the accounts."""
    if os.environ.get("ENVIRONMENT") != "sandbox":
        sys.exit("Demo data is for the sandbox only.")
    world = yaml.safe_load(WORLD.read_text(encoding="utf-8"))
    asyncio.run(run(world))
    if accounts := os.environ.get("DEMO_ACCOUNTS"):
        Path(accounts).write_text("\n".join(account_lines(world)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
