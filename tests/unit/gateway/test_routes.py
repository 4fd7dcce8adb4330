"""Every route says who may use it; what strangers may do is this list and no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from httpx import AsyncClient

from gateway.api.description import ADDRESS, openapi
from gateway.hooks.signature import signed
from gateway.session.access import Access, access_of

pytestmark = pytest.mark.anyio

OPEN_TO_STRANGERS = {
    "GET /api/v1/catalogue",
    "GET /api/v1/catalogue/{code}",
    "GET /api/v1/contacts",
    "GET /api/v1/firms",
    "GET /api/v1/invitations/{token}",
    "GET /api/v1/news",
    "GET /api/v1/news.rss",
    "GET /api/v1/news/{slug}",
    "GET /api/v1/notices",
    "GET /api/v1/old-forms/{address}",
    "GET /api/v1/problems/{code}",
    "GET /api/v1/registry/{orgnr}",
    "GET /api/v1/trades",
    "GET /api/v1/utilities",
    "POST /api/v1/emergencies",
    "POST /api/v1/invitations/{token}",
    "POST /api/v1/invitations/{token}/resend",
    "POST /api/v1/firm-addresses/{firm_id}",
    "POST /api/v1/firm-confirmations/{firm_id}",
    "POST /api/v1/registrations",
    "GET /api/v1/registrations/{registration_id}",
    "POST /api/v1/registrations/{registration_id}/email",
    "POST /api/v1/registrations/{registration_id}/mobile",
    "POST /api/v1/registrations/{registration_id}/resend",
    "POST /api/v1/sessions",
    "POST /api/v1/sessions/current/factor",
    "POST /api/v1/sessions/current/factor/options",
    "POST /api/v1/sessions/current/factor/resend",
    "POST /api/v1/password-resets",
    "POST /api/v1/password-resets/{token}",
    "POST /api/v1/sessions/current/mobile",
    "POST /api/v1/sessions/current/mobile/confirm",
    "PUT /api/v1/uploads/{upload_id}/parts/{number}",  # the address itself is signed
}
PROBES = {"/healthz", "/readyz", "/metrics"}


def api_routes(app: FastAPI) -> Iterator[tuple[str, APIRoute]]:
    """Every route of the API by method and path."""
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if isinstance(route, APIRoute) and route.path.startswith("/api/"):
            for method in route.methods:
                yield f"{method} {route.path}", route


async def test_every_route_of_the_api_names_one_audience(app: FastAPI) -> None:
    unclear = [name for name, route in api_routes(app) if len(access_of(route.dependant)) != 1]
    assert unclear == []


async def test_strangers_may_do_only_what_is_listed(app: FastAPI) -> None:
    open_routes = {
        name
        for name, route in api_routes(app)
        if access_of(route.dependant)[0].audience == "public"
    }
    assert open_routes == OPEN_TO_STRANGERS


async def test_operator_routes_are_on_the_operator_portal_only(app: FastAPI) -> None:
    for name, route in api_routes(app):
        if "/operator/" in name:
            assert access_of(route.dependant)[0] == Access(
                "operator", access_of(route.dependant)[0].roles, portal="operator"
            ), name


async def test_every_webhook_wants_a_signature(app: FastAPI) -> None:
    hooks = [
        context.original_route
        for context in iter_route_contexts(app.routes)
        if str(context.path).startswith("/hooks/")
    ]
    assert len(hooks) == 4
    for hook in hooks:
        assert isinstance(hook, APIRoute)
        assert signed in [inner.call for inner in hook.dependant.dependencies], hook.path


async def test_a_stranger_gets_401_wherever_a_session_is_needed(
    app: FastAPI, client: AsyncClient, staff_client: AsyncClient
) -> None:
    for name, route in api_routes(app):
        access = access_of(route.dependant)[0]
        if access.audience == "public":
            continue
        method, _, path = name.partition(" ")
        here = staff_client if access.portal == "operator" else client
        for param in route.param_convertors:
            path = path.replace(f"{{{param}}}", "1")
        answer = await here.request(method, path)
        assert (name, answer.status_code) == (name, 401)


async def test_the_description_is_complete(client: AsyncClient, app: FastAPI) -> None:
    document = (await client.get(ADDRESS)).json()
    assert document == openapi(app)
    assert document["openapi"] == "3.1.0"
    operations = [
        (method, path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    identifiers = [operation["operationId"] for _, _, operation in operations]
    assert len(identifiers) == len(set(identifiers))
    for method, path, operation in operations:
        where = f"{method} {path}"
        assert operation["summary"], where
        answers = operation["responses"]
        assert {"404", "503", "504"} <= set(answers), where
        if operation["x-audience"] != "public":
            assert {"401", "403"} <= set(answers), where
            assert operation["security"], where
