"""The forgeries again, at the door of each running service; and keys that are changed under way."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from deploy.local.description import Description
from gateway.api.staff.running import HOUSEKEEPING
from gateway.rpc import RemoteRefusal, Services
from services.chassis.messages import Actor
from services.chassis.tokens import TokenSigner
from tests.journeys.conftest import STAFF as DESK
from tests.journeys.visitor import Visitor
from tests.support.forgeries import FORGERIES, STAFF, Mint, new_key, public_half
from tests.support.waiting import until

pytestmark = pytest.mark.system
OK = "ok"
NOBODY = {"SignInRequired"}


class Doors:
    """Asks each service something only an administrator may, with any token."""

    def __init__(self, bed: Description) -> None:
        every = json.loads(Path(bed.environment_file).read_text())
        self.private = Path(every["identity"]["TOKEN_PRIVATE_KEYS"])
        self.public = Path(every["identity"]["TOKEN_PUBLIC_KEYS"])
        self._uri = bed.amqp_uris["gateway"]

    @property
    def mint(self) -> Mint:
        """With the keys the instance has now."""
        return Mint.at(self.private, self.public)

    def try_all(self, tokens: dict[str, str]) -> dict[str, dict[str, str]]:
        """By name of the token: what each service says to it, `ok` or the code of its refusal."""

        async def all_at_once() -> dict[str, dict[str, str]]:
            services = Services(self._uri)
            await services.start()
            try:
                return {name: await _at_each(services, token) for name, token in tokens.items()}
            finally:
                await services.stop()

        return asyncio.run(all_at_once())

    def answers(self, token: str) -> set[str]:
        """What the services say to one token."""
        return set(self.try_all({"it": token})["it"].values())

    @contextmanager
    def keys(self, signing: list[dict[str, Any]]) -> Iterator[None]:
        """For a while the first of these signs, and all of them are known."""
        before = self.private.read_text(), self.public.read_text()
        try:
            public = [public_half(key) for key in signing]
            self.public.write_text(json.dumps({"keys": public}))
            self.private.write_text(json.dumps({"keys": signing}))
            yield
        finally:
            self.private.write_text(before[0])
            self.public.write_text(before[1])


async def _at_each(services: Services, token: str) -> dict[str, str]:
    said = await asyncio.gather(
        *(_at(services, module.ListParked(), token) for module in HOUSEKEEPING.values())
    )
    return dict(zip(HOUSEKEEPING, said, strict=True))


async def _at(services: Services, request: Any, token: str) -> str:
    try:
        await services.call(request, token=token, key=uuid4().hex)
    except RemoteRefusal as refusal:
        return refusal.code
    return OK


@pytest.fixture(scope="module")
def doors(bed: Description) -> Doors:
    return Doors(bed)


def test_every_service_believes_a_right_token_and_no_forged_one(doors: Doors) -> None:
    mint = doors.mint
    assert doors.answers(mint.right()) == {OK}
    said = doors.try_all({name: forgery.make(mint) for name, forgery in FORGERIES.items()})
    believed = {name: answers for name, answers in said.items() if set(answers.values()) != NOBODY}
    assert believed == {}


def test_a_token_of_the_other_portal_opens_nothing_here(doors: Doors) -> None:
    contractor = STAFF.model_copy(update={"audience": "contractor"})
    assert doors.answers(TokenSigner(str(doors.private)).sign(contractor)) == {"NotForYou"}


def test_a_token_is_worth_nothing_once_its_session_has_ended(
    doors: Doors, bed: Description
) -> None:
    with Visitor(bed, "operator") as administrator:
        me = administrator.log_in(*DESK["administrator"])
        actor = Actor(
            audience="operator",
            user_id=me["person_id"],
            name=me["name"],
            utility=me["utility"],
            roles=frozenset(me["staff_roles"]),
            session_id=me["session_id"],
        )
        kept = TokenSigner(str(doors.private)).sign(actor)
        assert doors.answers(kept) == {OK}
        administrator.did("DELETE", "/sessions/current")
    until(lambda: doors.answers(kept) == NOBODY, within=5, what="the token refused everywhere")


def test_keys_are_changed_while_everything_runs(doors: Doors, bed: Description) -> None:
    old_keys, old_token = doors.mint.keys, doors.mint.right()
    with Visitor(bed, "operator") as caseworker:
        caseworker.log_in(*DESK["administrator"])
        with doors.keys([new_key(uuid4().hex), *old_keys]):
            new_token = doors.mint.right()
            until(lambda: doors.answers(new_token) == {OK}, within=5, what="the new key known")
            assert doors.answers(old_token) == {OK}
            assert caseworker.get("/operator/parked")["silent"] == []
        assert doors.answers(old_token) == {OK}
        assert caseworker.ask("GET", "/operator/parked").status_code == 200
