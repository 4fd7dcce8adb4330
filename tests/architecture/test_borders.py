"""Every route that wants a session says whom it lets in, before anybody asks it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from gateway.routes import add_routes
from gateway.session.access import Public, SignedIn, access_of
from tests.architecture.verdict import none_of
from tests.proofs.borders import rules as borders

WHAT_TO_DO = "not classified; put it under a rule of tests/proofs/borders/borders.yaml"


def guarded(app: FastAPI) -> Iterator[str]:
    """`portal METHOD path` of every route that wants a session."""
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if not isinstance(route, APIRoute):
            continue
        for access in access_of(route.dependant):
            if access.audience != "public":
                portal = getattr(route, "portal", None) or access.portal or "both"
                yield from (f"{portal} {method} {route.path}" for method in route.methods)


def classified() -> list[str]:
    """The same, as written."""
    return [
        f"{door.portal or 'both'} {door.route}" for rule in borders.rules() for door in rule.doors
    ]


@pytest.fixture
def gateway() -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_routes(app)
    return app


def test_every_route_is_classified_once(gateway: FastAPI) -> None:
    written = classified()
    none_of(sorted(f"{route}: {WHAT_TO_DO}" for route in set(guarded(gateway)) - set(written)))
    none_of(sorted(f"{route}: classified twice" for route in written if written.count(route) > 1))


def test_nothing_is_classified_that_is_gone(gateway: FastAPI) -> None:
    gone = set(classified()) - set(guarded(gateway))
    none_of(sorted(f"{route}: no such route; take it out of borders.yaml" for route in gone))


def test_a_new_route_is_found() -> None:
    app, router = FastAPI(docs_url=None, redoc_url=None, openapi_url=None), APIRouter()

    @router.get("/new")
    async def new(caller: SignedIn) -> None: ...

    @router.get("/open")
    async def open_to_all(caller: Public) -> None: ...

    app.include_router(router)
    assert set(guarded(app)) == {"both GET /new"}


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ({"in": ["firm"]}, "says nothing of other"),
        ({"in": ["firm"], "else": "in"}, "says nothing of other"),
        ({"in": ["firm"], 404: ["reader"], "else": 403}, "two things of reader"),
        ({"in": ["staff"], "else": 403}, "not on that portal"),
    ],
)
def test_a_rule_says_one_thing_of_everybody(written: dict[object, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        borders._rule({"rule": "planted", "of": "contractor", "routes": {}, **written})
