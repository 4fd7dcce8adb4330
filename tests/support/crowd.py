"""Many people who log in at the same moment, beside somebody who is at work."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from deploy.local.description import Description
from gateway.rpc import Services
from services.chassis import clock
from services.chassis.messages import Actor
from services.chassis.tokens import TokenSigner
from services.identity.contract.operations.people import ImportPerson
from tests.journeys.visitor import PASSWORD, Visitor

FIRM = "311153056"
LONGEST_SECONDS = 60.0


@dataclass(frozen=True)
class Answer:
    """How one request was answered, and after how many seconds."""

    status: int
    seconds: float
    retry_after: int


def newcomers(bed: Description, number: int) -> list[str]:
    """Addresses of so many people of a firm, each with a mobile and a password."""
    return asyncio.run(_brought_in(bed, number))


async def _brought_in(bed: Description, number: int) -> list[str]:
    every = json.loads(Path(bed.environment_file).read_text())
    token = TokenSigner(every["identity"]["TOKEN_PRIVATE_KEYS"]).sign(
        Actor(audience="system", user_id="crowd", name="Crowd")
    )
    run = uuid4().hex[:8]
    first = int(run, 16) % 9_000_000
    services = Services(bed.amqp_uris["gateway"])
    await services.start()
    turns = asyncio.Semaphore(8)

    async def one(which: int) -> str:
        email = f"folk{which}-{run}@rorlegger.example"
        request = ImportPerson(
            utility="fjordby",
            name=f"Folk {which}",
            email=email,
            mobile=f"+479{(first + which) % 10_000_000:07d}",
            password=PASSWORD,
            firm_orgnr=FIRM,
            firm_roles=["reader"],
        )
        async with turns:
            await services.call(request, token=token, key=uuid4().hex)
        return email

    try:
        return await asyncio.gather(*(one(which) for which in range(number)))
    finally:
        await services.stop()


@dataclass
class Scene:
    """One visitor at work, and a crowd that comes to the door."""

    bed: Description
    worker: Visitor
    path: str = "/api/v1/me"

    def work(self, seconds: float) -> list[Answer]:
        """Alone."""
        return asyncio.run(self._all([], seconds))[1]

    def rush(self, emails: list[str], seconds: float) -> tuple[list[Answer], list[Answer]]:
        """All log in at once while the work goes on; their answers, and the worker's."""
        return asyncio.run(self._all(emails, seconds))

    async def _all(self, emails: list[str], seconds: float) -> tuple[list[Answer], list[Answer]]:
        base_url = f"http://127.0.0.1:{self.bed.port}"
        limits = httpx.Limits(max_connections=300)
        async with httpx.AsyncClient(
            base_url=base_url, timeout=LONGEST_SECONDS, limits=limits
        ) as http:
            working = asyncio.create_task(self._at_work(http, seconds))
            logins = await asyncio.gather(*(self._log_in(http, email) for email in emails))
            return logins, await working

    async def _at_work(self, http: httpx.AsyncClient, seconds: float) -> list[Answer]:
        """One request after the other: reads that pass identity, and a service behind it."""
        ends = clock.monotonic() + seconds
        answers = []
        while clock.monotonic() < ends:
            for path in (self.path, "/api/v1/cases?limit=1"):
                answers.append(await _timed(http, "GET", path, self.worker.headers()))
        return answers

    async def _log_in(self, http: httpx.AsyncClient, email: str) -> Answer:
        host = self.worker.headers()["Host"]
        body = {"email": email, "password": PASSWORD}
        return await _timed(http, "POST", "/api/v1/sessions", {"Host": host}, json=body)


async def _timed(
    http: httpx.AsyncClient, method: str, path: str, headers: dict[str, str], **more: Any
) -> Answer:
    started = clock.monotonic()
    answer = await http.request(method, path, headers=headers, **more)
    retry_after = int(answer.headers.get("retry-after", "0"))
    return Answer(answer.status_code, clock.monotonic() - started, retry_after)
