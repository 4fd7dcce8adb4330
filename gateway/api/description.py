"""The API's own description: OpenAPI 3.1, made from the routes and the contracts."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import JSONResponse

from gateway.api.router import PREFIX, ProblemDocument
from gateway.session.access import access_of
from gateway.session.scopes import SCOPE_OF
from services.identity.contract.types.api_keys import API_KEY_BEGINS

ADDRESS = f"{PREFIX}/openapi.json"
_SECURITY: dict[str, Any] = {
    "session": {"type": "apiKey", "in": "cookie", "name": "__Host-session"},
    "token": {"type": "http", "scheme": "bearer"},
    "key": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": f"{API_KEY_BEGINS}...",
        "description": "A key of the firm's own software, made by its administrator at "
        "`/firm/api-keys`. It reaches only operations that name a scope in `x-key-scope`, and is "
        "limited in how often it may ask (429 with Retry-After).",
    },
}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Repeating a request with the same key and body has its effect once",
    "schema": {"type": "string", "minLength": 1, "maxLength": 100},
}


def describe(app: FastAPI) -> None:
    """Serve the description; it is made at the first request and kept."""

    async def description(_: Request) -> JSONResponse:
        return JSONResponse(openapi(app))

    app.add_route(ADDRESS, description, methods=["GET"], include_in_schema=False)


def openapi(app: FastAPI) -> dict[str, Any]:
    """The document, with who may call each operation."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=app.version,
            openapi_version="3.1.0",
            summary="Applications, orders, documents and emergencies of a water utility",
            routes=app.routes,
        )
        components = document.setdefault("components", {})
        components["securitySchemes"] = _SECURITY
        components.setdefault("schemas", {})["ProblemDocument"] = ProblemDocument.model_json_schema(
            ref_template="#/components/schemas/{model}"
        )
        _finish(app, document)
        app.openapi_schema = document
    return app.openapi_schema


def _finish(app: FastAPI, document: dict[str, Any]) -> None:
    audiences = _audiences(app)
    for path, methods in document.get("paths", {}).items():
        for method, operation in methods.items():
            audience = audiences.get((path, method.upper()), "public")
            operation["x-audience"] = audience
            operation["security"] = [] if audience == "public" else [{"session": []}, {"token": []}]
            if scope := SCOPE_OF.get(f"{method.upper()} {path}"):
                operation["x-key-scope"] = scope
                operation["security"].append({"key": [scope]})
            if method == "post":
                operation.setdefault("parameters", []).append(_KEY)


def _audiences(app: FastAPI) -> dict[tuple[str, str], str]:
    return {
        (route.path, method): access.audience
        for route in app.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
        for access in access_of(route.dependant)
    }
