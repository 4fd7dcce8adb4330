"""A login provider, as a utility's own: OpenID Connect with authorization code and PKCE.

Paths, parameters and errors follow OpenID Connect Core 1.0, Discovery 1.0 and RFC 6749, 7636, 9207.
The page where one says who one is stands in for the provider's own login.
"""

from __future__ import annotations

import secrets
from base64 import b64decode
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from pydantic import BaseModel, Field

from .faults import Mode
from .oidc_people import Person
from .oidc_tokens import TOKEN_SECONDS, Asked
from .pages import render
from .world import TheWorld, World

router = APIRouter(tags=["OpenID Connect"])
HELD_BACK: frozenset[Mode] = frozenset({"429", "500", "hang"})


class ChangePerson(BaseModel):
    """Somebody gets other groups at the provider, or loses their account there."""

    sub: str = Field(max_length=100)
    groups: tuple[str, ...] | None = None
    amr: tuple[str, ...] | None = None
    removed: bool | None = None


@router.post("/api/people")
async def change_person(request: ChangePerson, world: TheWorld) -> dict[str, Any]:
    """For tests: what an administrator at the provider would do."""
    changes = request.model_dump(exclude={"sub"}, exclude_none=True)
    try:
        return world.people.change(request.sub, **changes).claims()
    except KeyError:
        raise HTTPException(404, "no such person") from None


@router.get("/oidc/.well-known/openid-configuration")
async def discovery(request: Request) -> dict[str, Any]:
    """Where everything is."""
    issuer = _issuer(request)
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "jwks_uri": f"{issuer}/jwks",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
    }


@router.get("/oidc/jwks")
async def keys(world: TheWorld) -> dict[str, Any]:
    """What id tokens are verified with."""
    return world.tokens.jwks()


class Authorization:
    """The query of an authorization request."""

    def __init__(
        self,
        *,
        client_id: str = "",
        redirect_uri: str = "",
        response_type: str = "",
        scope: str = "",
        state: str = "",
        nonce: str = "",
        code_challenge: str = "",
        code_challenge_method: str = "",
    ) -> None:
        self.asked = Asked(client_id, redirect_uri, state, nonce, code_challenge)
        self.sound = (
            response_type == "code"
            and "openid" in scope.split()
            and code_challenge_method == "S256"
            and len(code_challenge) == 43
        )

    def ensure_known(self, world: World) -> None:
        """A stranger, or an address nobody registered, is never sent anywhere."""
        own = (world.settings.oidc_client, f"{world.settings.operator_url}/logg-inn/tilbyder/svar")
        if (self.asked.client_id, self.asked.redirect_uri) != own:
            raise HTTPException(400, "unknown client_id or redirect_uri")

    def answer(self, request: Request, **said: str) -> RedirectResponse:
        """Back to the portal."""
        query = urlencode({**said, "state": self.asked.state, "iss": _issuer(request)})
        return RedirectResponse(f"{self.asked.redirect_uri}?{query}", 303)


@router.get("/oidc/authorize", response_class=HTMLResponse)
async def choose(request: Request, world: TheWorld) -> Any:
    """The page where one says who one is."""
    asked = _authorization(request)
    asked.ensure_known(world)
    if not asked.sound:
        return asked.answer(request, error="invalid_request")
    return HTMLResponse(
        render(
            "oidc.html",
            people=world.people.present(),
            query=request.url.query,
            provider="Fjordby ID",
        )
    )


@router.get("/oidc/chosen")
async def chosen(request: Request, world: TheWorld, sub: str = "") -> RedirectResponse:
    """That is who: back to the portal with a code; nobody: with a refusal."""
    asked = _authorization(request)
    asked.ensure_known(world)
    if not asked.sound:
        return asked.answer(request, error="invalid_request")
    person = world.people.find(sub)
    if person is None:
        return asked.answer(request, error="access_denied")
    return asked.answer(request, code=world.tokens.code_for(asked.asked, person.sub))


@router.post("/oidc/token")
async def token(request: Request, world: TheWorld) -> JSONResponse:
    """A code, or a refresh token, for an id token."""
    fault = world.fault_for("oidc")
    mode = fault.mode if fault else None
    if fault is not None and mode in HELD_BACK:
        if mode == "hang":
            await fault.hold()
        return JSONResponse({"error": "temporarily_unavailable"}, 429 if mode == "429" else 503)
    fields = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
    client = _client(request)
    right = (world.settings.oidc_client, world.settings.oidc_secret)
    if not secrets.compare_digest(":".join(client), ":".join(right)):
        return JSONResponse({"error": "invalid_client"}, 401)
    person, nonce = _granted(fields, world)
    if person is None:
        return JSONResponse({"error": "invalid_grant"}, 400)
    issuer = _issuer(request)
    return JSONResponse(
        {
            "access_token": secrets.token_urlsafe(24),
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "refresh_token": world.tokens.refresh_for(person.sub, client[0]),
            "id_token": world.tokens.id_token(issuer, client[0], person, nonce, mode),
        }
    )


def _issuer(request: Request) -> str:
    """Whoever reaches us by an address finds the provider of that address."""
    return f"{request.url.scheme}://{request.url.netloc}/oidc"


def _authorization(request: Request) -> Authorization:
    known = {
        "client_id", "redirect_uri", "response_type", "scope", "state", "nonce",
        "code_challenge", "code_challenge_method",
    }  # fmt: skip
    return Authorization(**{k: v for k, v in request.query_params.items() if k in known})


def _granted(fields: dict[str, str], world: World) -> tuple[Person | None, str]:
    if fields.get("grant_type") == "refresh_token":
        client = world.settings.oidc_client
        sub = world.tokens.refreshed(fields.get("refresh_token", ""), client)
        return (world.people.find(sub) if sub else None), ""
    issued = world.tokens.redeem(
        fields.get("code", ""),
        world.settings.oidc_client,
        fields.get("redirect_uri", ""),
        fields.get("code_verifier", ""),
    )
    if issued is None:
        return None, ""
    return world.people.find(issued.sub), issued.asked.nonce


def _client(request: Request) -> tuple[str, str]:
    """RFC 6749 2.3.1."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        name, _, secret = b64decode(value, validate=True).decode().partition(":")
    except ValueError:
        return "", ""
    return unquote(name), unquote(secret)
