"""A firm's own software at the edge: what a key reaches, and how often it may ask."""

from __future__ import annotations

from typing import get_args

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from gateway.rpc import RemoteRefusal
from gateway.session.access import access_of
from gateway.session.scopes import ROUTES, SCOPE_OF
from services.chassis import clock
from services.identity.contract.events.sessions import SessionEnded
from services.identity.contract.operations.api_keys import CheckApiKey
from services.identity.contract.types.api_keys import ApiScope
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_token
from tests.unit.gateway.test_routes import api_routes

pytestmark = pytest.mark.anyio
ERP = KARI.model_copy(
    update={
        "user_id": "key-1",
        "name": "Rørbok ERP",
        "session_id": "key-1",
        "roles": frozenset({"applicant"}),
    }
)
KEY = by_token("epk_erp")
WHAT_A_KEY_IS_FOR = frozenset({"contractor", "signed_in"})


@pytest.fixture(autouse=True)
def _the_erp(bus: Bus) -> None:
    bus.make_key("epk_erp", ERP, *get_args(ApiScope))


def test_every_scope_opens_something_and_no_route_asks_for_two() -> None:
    assert set(ROUTES) == set(get_args(ApiScope))
    assert len(SCOPE_OF) == sum(len(routes) for routes in ROUTES.values())


async def test_the_table_names_only_routes_of_the_firms_that_exist(app: FastAPI) -> None:
    open_to_firms = {
        name
        for name, route in api_routes(app)
        if access_of(route.dependant)[0].audience in WHAT_A_KEY_IS_FOR
    }
    assert set(SCOPE_OF) - open_to_firms == set()


async def test_no_scope_reaches_people_factors_or_keys() -> None:
    """A machine that could do these could make itself more than it is."""
    forbidden = ("/me/", "/sessions", "/users", "/invitations", "/api-keys", "/operator")
    assert [name for name in SCOPE_OF if any(part in f"{name}/" for part in forbidden)] == []


async def test_a_route_outside_the_table_is_closed_to_a_key_with_every_scope(
    app: FastAPI, client: AsyncClient
) -> None:
    for name, route in api_routes(app):
        access = access_of(route.dependant)[0]
        if name in SCOPE_OF or access.audience == "public" or access.portal == "operator":
            continue
        method, _, path = name.partition(" ")
        for param in route.param_convertors:
            path = path.replace(f"{{{param}}}", "1")
        answer = await client.request(method, path, headers=KEY)
        assert (
            name,
            answer.status_code,
            answer.json()["code"] in ("ScopeMissing", "WrongRole"),
        ) == (name, 403, True)


async def test_a_route_of_the_table_wants_its_scope(bus: Bus, client: AsyncClient) -> None:
    for name, needed in SCOPE_OF.items():
        held = [scope for scope in get_args(ApiScope) if scope != needed]
        secret = f"epk_{name}"
        bus.make_key(secret, ERP.model_copy(update={"session_id": name}), *held)
        method, _, path = name.partition(" ")
        answer = await client.request(
            method, path.replace("{", "").replace("}", ""), headers=by_token(secret)
        )
        problem = answer.json()
        assert (name, answer.status_code, problem["facts"]) == (name, 403, {"needs": needed})
        assert problem["title"] == "Nøkkelen gir ikke lov til dette."


async def test_a_key_is_unknown_on_the_operator_portal(
    client: AsyncClient, staff_client: AsyncClient
) -> None:
    assert (await staff_client.get("/api/v1/operator/firms", headers=KEY)).status_code == 401
    assert (await staff_client.get("/api/v1/cases", headers=KEY)).status_code == 401
    assert (await client.get("/api/v1/operator/firms", headers=KEY)).status_code == 404


async def test_a_key_in_a_cookie_is_nothing(client: AsyncClient, bus: Bus) -> None:
    headers = {"Cookie": "__Host-session=epk_erp"}
    assert (await client.get("/api/v1/cases", headers=headers)).status_code == 401
    assert bus.of(CheckApiKey) == []


async def test_pages_are_closed_to_keys(client: AsyncClient) -> None:
    for path in ("/saker", "/min-side", "/foretak/api-nokler"):
        assert (await client.get(path, headers=KEY)).status_code == 403


async def test_a_key_that_asks_too_often_is_told_when_to_come_back(
    client: AsyncClient, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = [clock.monotonic()]
    monkeypatch.setattr(clock, "monotonic", lambda: moment[0])
    bus.make_key("epk_other", ERP.model_copy(update={"session_id": "key-2"}), "cases:read")
    said = [(await client.get("/api/v1/me", headers=KEY)).status_code for _ in range(61)]
    assert said == [403] * 60 + [429]
    refused = await client.get("/api/v1/me", headers=KEY)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
    other = await client.get("/api/v1/me", headers=by_token("epk_other"))
    assert other.status_code == 403
    moment[0] += 1
    assert (await client.get("/api/v1/me", headers=KEY)).status_code == 403


async def test_a_key_ended_is_forgotten_the_moment_it_is_told(
    client: AsyncClient, bus: Bus
) -> None:
    assert (await client.get("/api/v1/me", headers=KEY)).status_code == 403
    bus.answer(CheckApiKey, RemoteRefusal("SessionEnded", "unauthenticated"))
    bus.tell(
        SessionEnded(person_id="key-1", session_id="key-1", portal="contractor", why="key_revoked")
    )
    assert (await client.get("/api/v1/me", headers=KEY)).status_code == 401


async def test_the_description_tells_which_scope_an_operation_wants(client: AsyncClient) -> None:
    document = (await client.get("/api/v1/openapi.json")).json()
    assert document["components"]["securitySchemes"]["key"]["bearerFormat"] == "epk_..."
    told = {
        f"{method.upper()} {path}": operation["x-key-scope"]
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if "x-key-scope" in operation
    }
    assert told == SCOPE_OF
