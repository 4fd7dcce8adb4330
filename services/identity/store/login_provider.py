"""A utility's own login (OpenID Connect): asked briefly, believed only after every check.

Checks follow OpenID Connect Core 3.1.3.7 and RFC 9700: signature by the key of the provider's own
set that `kid` names; issuer, audience, authorized party, nonce, times and `at_hash`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from services.chassis import clock
from services.chassis.logging import logger
from services.identity.contract.errors import ProviderDenied, ProviderUnavailable
from services.identity.domain.login_provider import LoginProvider
from services.identity.settings import identity_settings
from services.identity.store.provider_logins import Proofs

log = logger(__name__)
TIMEOUT = (1.0, 2.0)
"""Seconds to connect, and between two bytes: a slow provider must not hold our workers."""
AT_ONCE = 3
PAUSE_SECONDS = 10.0
"""After a failure the provider is left alone, and so are its keys after an unknown one."""
DESCRIPTION_SECONDS = 3600.0
ALGORITHMS = ["RS256", "PS256", "ES256"]
SKEW_SECONDS = 30
OLDEST_SECONDS = 600
"""An id token is made at the moment it is fetched."""
ABOUT_THE_PERSON = ("invalid_grant", "access_denied")
"""Errors of RFC 6749 that say something of who came; others are about the provider or about us."""
_PATH = "/logg-inn/tilbyder/svar"


@dataclass(frozen=True)
class Vouched:
    """What a provider says of somebody, proven, and what to ask again with."""

    claims: dict[str, Any]
    refresh_token: str


@dataclass
class _Known:
    """What is remembered of one provider."""

    description: dict[str, Any] = field(default_factory=dict)
    described_at: float = float("-inf")
    keys: dict[str, Any] = field(default_factory=dict)
    keys_at: float = float("-inf")
    paused_until: float = float("-inf")


_known: dict[str, _Known] = {}
_seats = threading.BoundedSemaphore(AT_ONCE)


def address(provider: LoginProvider, proofs: Proofs) -> str:
    """Where to send the browser. Raises ProviderUnavailable."""
    with _asking(provider):
        url, _ = _client(provider).create_authorization_url(
            _description(provider)["authorization_endpoint"],
            state=proofs.state,
            code_verifier=proofs.verifier,
            nonce=proofs.nonce,
        )
        return str(url)


def redeem(provider: LoginProvider, code: str, proofs: Proofs) -> Vouched:
    """Who brought the code back. Raises ProviderDenied, ProviderUnavailable."""
    with _asking(provider):
        answer = _client(provider).fetch_token(
            _description(provider)["token_endpoint"],
            grant_type="authorization_code",
            code=code,
            code_verifier=proofs.verifier,
            timeout=TIMEOUT,
            allow_redirects=False,
        )
        return _vouched(provider, answer, proofs.nonce)


def ask_again(provider: LoginProvider, refresh_token: str) -> Vouched:
    """The same person as they are there now. Raises ProviderDenied, ProviderUnavailable."""
    with _asking(provider):
        answer = _client(provider).refresh_token(
            _description(provider)["token_endpoint"],
            refresh_token=refresh_token,
            timeout=TIMEOUT,
            allow_redirects=False,
        )
        return _vouched(provider, {"refresh_token": refresh_token, **answer}, "")


def forget() -> None:
    """Ask every provider for its description and keys anew."""
    _known.clear()


@contextmanager
def _asking(provider: LoginProvider) -> Iterator[None]:
    """A seat, unless the provider just failed; its failures in our own words."""
    known = _known.setdefault(provider.issuer, _Known())
    if clock.monotonic() < known.paused_until or not _seats.acquire(blocking=False):
        raise ProviderUnavailable(retry_after=int(PAUSE_SECONDS))
    try:
        yield
    except OAuthError as problem:
        log.warning("provider_refused", error=problem.error)
        if problem.error not in ABOUT_THE_PERSON:
            known.paused_until = clock.monotonic() + PAUSE_SECONDS
            raise ProviderUnavailable(retry_after=int(PAUSE_SECONDS)) from None
        raise ProviderDenied from None
    except (requests.RequestException, ValueError, KeyError, TypeError) as problem:
        known.paused_until = clock.monotonic() + PAUSE_SECONDS
        log.warning("provider_unavailable", problem=type(problem).__name__)
        raise ProviderUnavailable(retry_after=int(PAUSE_SECONDS)) from None
    finally:
        _seats.release()


def _client(provider: LoginProvider) -> OAuth2Session:
    secret = identity_settings().oidc_client_secrets[provider.utility]
    return OAuth2Session(
        provider.client_id,
        secret.get_secret_value(),
        token_endpoint_auth_method="client_secret_basic",  # noqa: S106 - the name of a method
        scope=provider.scopes,
        redirect_uri=identity_settings().operator_url.rstrip("/") + _PATH,
        code_challenge_method="S256",
    )


def _description(provider: LoginProvider) -> dict[str, Any]:
    """Discovery 1.0; its endpoints are reached as safely as the issuer itself."""
    known = _known[provider.issuer]
    if clock.monotonic() - known.described_at > DESCRIPTION_SECONDS:
        found = _get(f"{provider.issuer}/.well-known/openid-configuration")
        scheme = provider.issuer.partition("://")[0] + "://"
        endpoints = [found["authorization_endpoint"], found["token_endpoint"], found["jwks_uri"]]
        if found["issuer"] != provider.issuer or not all(
            str(endpoint).startswith(scheme) for endpoint in endpoints
        ):
            raise ValueError("the description is another provider's")
        known.description, known.described_at = found, clock.monotonic()
    return known.description


def _get(url: str) -> dict[str, Any]:
    response = requests.get(url, timeout=TIMEOUT, allow_redirects=False)
    response.raise_for_status()
    if response.status_code != requests.codes.ok:
        raise ValueError("not an answer")
    found: dict[str, Any] = response.json()
    return found


def _vouched(provider: LoginProvider, answer: dict[str, Any], nonce: str) -> Vouched:
    try:
        claims = _believed(provider, str(answer["id_token"]), nonce, answer.get("access_token"))
    except (JoseError, ProviderDenied) as problem:
        log.warning("id_token_refused", reason=type(problem).__name__)
        raise ProviderDenied from None
    return Vouched(claims, str(answer.get("refresh_token") or ""))


def _believed(
    provider: LoginProvider, id_token: str, nonce: str, access_token: str | None
) -> dict[str, Any]:
    """Its claims, when every check passes."""
    key = partial(_key_for, provider)
    token = jwt.decode(id_token, key, algorithms=ALGORITHMS)
    claims = CodeIDToken(
        token.claims,
        token.header,
        options={
            "iss": {"essential": True, "value": provider.issuer},
            "aud": {"essential": True, "value": provider.client_id},
        },
        params={"client_id": provider.client_id, "nonce": nonce, "access_token": access_token},
    )
    now = int(clock.now().timestamp())
    claims.validate(now=now, leeway=SKEW_SECONDS)
    if now - int(claims["iat"]) > OLDEST_SECONDS or not isinstance(claims["sub"], str):
        raise ProviderDenied
    return dict(claims)


def _key_for(provider: LoginProvider, token: Any) -> Any:
    """The key the header names, from the provider's own set; reread seldom for an unknown one."""
    kid = str(token.headers().get("kid", ""))
    known = _known[provider.issuer]
    if kid not in known.keys and clock.monotonic() - known.keys_at > PAUSE_SECONDS:
        known.keys_at = clock.monotonic()
        found = KeySet.import_key_set(cast(Any, _get(_description(provider)["jwks_uri"])))
        known.keys = {str(key.kid): key for key in found.keys}
    if kid not in known.keys:
        raise ProviderDenied
    return known.keys[kid]
