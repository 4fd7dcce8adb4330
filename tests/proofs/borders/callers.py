"""Everybody who might ask: each role of firm and utility, neighbours, strangers, a machine."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args
from uuid import uuid4

from deploy.local.description import Description
from gateway.rpc import Services
from gateway.settings import Portal
from services.chassis.messages import Actor, Request
from services.chassis.tokens import TokenSigner
from services.identity.contract.operations.firms import ImportFirm
from services.identity.contract.operations.people import ImportPerson
from services.identity.contract.types.api_keys import ApiScope
from services.identity.contract.types.firms import FirmEmails
from services.identity.contract.types.firms import NewFirm as FirmFacts
from services.identity.contract.types.words import FirmRole, StaffRole
from tests.journeys.conftest import NewFirm
from tests.journeys.visitor import PASSWORD, Visitor

HOME, AWAY = "fjordby", "ovingsvann"
FOREIGN = ("other", "waiting", "suspended")
CONTRACTOR = (*get_args(FirmRole), *FOREIGN, "key")
OPERATOR = (*get_args(StaffRole), "neighbour")
KEYS = 6
"""So many that their limits do not meet the proof."""


@dataclass
class Caller:
    """Somebody with a session, or a machine with keys it takes in turn."""

    name: str
    portal: Portal
    visitor: Visitor
    me: dict[str, Any] = field(default_factory=dict)
    keys: Iterator[str] | None = None

    def headers(self) -> dict[str, str]:
        """As its requests go out."""
        headers = self.visitor.headers()
        if self.keys:
            kept = {"Host", "Idempotency-Key", "Accept-Language"}
            headers = {name: value for name, value in headers.items() if name in kept}
            headers["Authorization"] = f"Bearer {next(self.keys)}"
        return headers


@dataclass
class Town:
    """The callers by name, two strangers, and spare people to do things to."""

    bed: Description
    callers: dict[str, Caller]
    firm_id: str
    spare: dict[str, str]

    def __getitem__(self, name: str) -> Visitor:
        return self.callers[name].visitor


@dataclass(frozen=True)
class _Account:
    name: str
    email: str
    mobile: str
    portal: Portal


@contextmanager
def town(bed: Description) -> Iterator[Town]:
    """Four firms, a utility's whole staff and one of its neighbour's, all logged in."""
    with ExitStack() as stack:
        founder = _Founder(bed)
        accounts, firm_id, spare = founder.found()
        visitors = [stack.enter_context(Visitor(bed, account.portal)) for account in accounts]
        with ThreadPoolExecutor(4) as pool:
            entered = pool.map(
                lambda pair: pair[1].log_in(pair[0].email, pair[0].mobile),
                zip(accounts, visitors, strict=True),
            )
            callers = {
                account.name: Caller(account.name, account.portal, visitor, me)
                for account, visitor, me in zip(accounts, visitors, entered, strict=True)
            }
        keys = [_new_key(callers["firm_admin"].visitor) for _ in range(KEYS)]
        machine = stack.enter_context(Visitor(bed))
        callers["key"] = Caller("key", "contractor", machine, keys=itertools.cycle(keys))
        for name, portal in (("stranger", "contractor"), ("stranger at work", "operator")):
            visitor = stack.enter_context(Visitor(bed, portal))  # type: ignore[arg-type]  # one of the two
            callers[name] = Caller(name, portal, visitor)  # type: ignore[arg-type]  # as above
        account = next(account for account in accounts if account.name == "firm_admin")
        for name in ("spare_session", "spare_session_2"):
            again = stack.enter_context(Visitor(bed))
            spare[name] = str(again.log_in(account.email, account.mobile)["session_id"])
        stopped = callers["suspended"].visitor.get("/firm")["firm_id"]
        registrar = callers["firm_registrar"].visitor
        registrar.post(f"/operator/firms/{stopped}/suspend", {"reason": "Grenseprøve"})
        yield Town(bed, callers, firm_id, spare)


def _new_key(admin: Visitor) -> str:
    body = {"name": "Grensetest", "scopes": list(get_args(ApiScope))}
    return str(admin.post("/firm/api-keys", body)["secret"])


class _Founder:
    """Brings firms and people in as the system does, each with a number nobody has had."""

    def __init__(self, bed: Description) -> None:
        self._bed = bed
        every = json.loads(Path(bed.environment_file).read_text())
        self._signer = TokenSigner(every["identity"]["TOKEN_PRIVATE_KEYS"])
        self._run = uuid4().hex[:8]
        self._orgnrs: dict[str, str] = {}
        self._numbers = itertools.count(int(self._run, 16) % 9_000_000)

    def found(self) -> tuple[list[_Account], str, dict[str, str]]:
        """Everybody's account; the id of the firm all is about; the ids of spare people."""
        return asyncio.run(self._found())

    async def _found(self) -> tuple[list[_Account], str, dict[str, str]]:
        services = Services(self._bed.amqp_uris["gateway"])
        await services.start()
        try:
            firm_id = ""
            for firm in ("own", *FOREIGN):
                found = await self._ask(services, self._firm(firm))
                firm_id = firm_id or found.firm_id
            accounts = []
            for role in get_args(FirmRole):
                accounts.append(await self._person(services, role, firm="own", roles=[role]))
            for firm in FOREIGN:
                accounts.append(await self._person(services, firm, firm=firm, roles=["firm_admin"]))
            for role in get_args(StaffRole):
                accounts.append(await self._person(services, role, roles=[role]))
            everything = list(get_args(StaffRole))
            accounts.append(await self._person(services, "neighbour", roles=everything, at=AWAY))
            spare = {
                "spare_user": await self._id(services, "spare", firm="own", roles=["reader"]),
                "spare_user_2": await self._id(services, "spare-2", firm="own", roles=["reader"]),
                "spare_staff": await self._id(services, "spare-staff", roles=["editor"]),
            }
            return accounts, firm_id, spare
        finally:
            await services.stop()

    async def _ask(self, services: Services, request: Request[Any]) -> Any:
        token = self._signer.sign(Actor(audience="system", user_id="proof", name="Proof"))
        return await services.call(request, token=token, key=uuid4().hex, trace="p7")

    def _firm(self, name: str) -> ImportFirm:
        self._orgnrs[name] = NewFirm.made_up().orgnr
        while list(self._orgnrs.values()).count(self._orgnrs[name]) > 1:
            self._orgnrs[name] = NewFirm.made_up().orgnr
        return ImportFirm(
            utility=HOME,
            orgnr=self._orgnrs[name],
            firm=FirmFacts(
                name=f"Grense {name} {self._run} AS",
                municipality="Fjordby",
                phone="+4755500088",
                emails=FirmEmails(post=f"post-{name}-{self._run}@grense.example"),
            ),
            professions=["rorlegger"],
            status="waiting" if name == "waiting" else "approved",
        )

    async def _id(self, services: Services, name: str, **place: Any) -> str:
        request, _ = self._request(name, **place)
        return str((await self._ask(services, request)).person_id)

    async def _person(self, services: Services, name: str, **place: Any) -> _Account:
        request, account = self._request(name, **place)
        await self._ask(services, request)
        return account

    def _request(
        self, name: str, *, firm: str = "", roles: list[Any], at: str = HOME
    ) -> tuple[ImportPerson, _Account]:
        account = _Account(
            name,
            f"{name.replace('_', '-')}-{self._run}@grense.example",
            f"+479{next(self._numbers):07d}",
            "contractor" if firm else "operator",
        )
        request = ImportPerson(
            utility=at,
            name=f"Grete {name.replace('_', ' ').title()}",
            email=account.email,
            mobile=account.mobile,
            password=PASSWORD,
            firm_orgnr=self._orgnrs[firm] if firm else None,
            firm_roles=roles if firm else [],
            staff_roles=[] if firm else roles,
        )
        return request, account
