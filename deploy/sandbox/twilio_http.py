"""How Twilio's REST API reads a request and refuses it.

Basic authentication with account and token, forms in, JSON out, and errors as
``{code, message, more_info, status}`` (https://www.twilio.com/docs/usage/twilios-response).
"""

import base64
import binascii
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Annotated, Any
from urllib.parse import parse_qs, urlencode

from fastapi import Depends, Request, Response
from fastapi.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from .faults import Fault
from .loopback import NotLoopback, ensure_loopback
from .message import Hook
from .world import TheWorld

MORE = "https://www.twilio.com/docs/errors/"


class Refused(Exception):
    """Twilio's no: an HTTP status, a Twilio error code, a sentence."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message

    def answer(self) -> JSONResponse:
        body = {
            "code": self.code,
            "message": self.message,
            "more_info": f"{MORE}{self.code}",
            "status": self.status,
        }
        headers = {"Retry-After": "1"} if self.status == 429 else {}
        if self.status == 401:
            headers["WWW-Authenticate"] = 'Basic realm="Twilio API"'
        return JSONResponse(body, self.status, headers)


class LostAnswer(Response):
    """The request was carried out, but the connection breaks before the answer is whole."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        headers = [(b"content-type", b"application/json"), (b"content-length", b"512")]
        await send({"type": "http.response.start", "status": 201, "headers": headers})


class Form:
    """The fields of a form; a field may occur several times."""

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        self._fields = fields

    def get(self, name: str) -> str:
        return self._fields.get(name, [""])[0].strip()

    def all(self, name: str) -> list[str]:
        return [value for text in self._fields.get(name, []) for value in text.split()]

    def hook(self, name: str, code: int) -> Hook | None:
        """An address the portal wants to be called at; refused with the code if it is not ours."""
        url = self.get(name)
        if not url:
            return None
        try:
            ensure_loopback(url)
        except NotLoopback as error:
            raise Refused(400, code, f"The '{name}' URL {url} is not valid: {error}") from error
        method = self.get(f"{name}Method") or self.get("Method") or "POST"
        return Hook(url=url, method="GET" if method.upper() == "GET" else "POST")


async def _form(request: Request) -> Form:
    body = (await request.body()).decode("utf-8", errors="replace")
    return Form(parse_qs(body, keep_blank_values=True))


async def _authenticated(request: Request, world: TheWorld) -> None:
    """Raise Twilio's 401 unless account, token and the account in the path are right."""
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    try:
        given = base64.b64decode(encoded, validate=True) if scheme.lower() == "basic" else b""
    except binascii.Error:
        given = b""
    expected = f"{world.settings.account_sid}:{world.settings.auth_token}".encode()
    account = request.path_params.get("account_sid", world.settings.account_sid)
    if not secrets.compare_digest(given, expected) or account != world.settings.account_sid:
        raise Refused(401, 20003, "Authenticate")


SentForm = Annotated[Form, Depends(_form)]
authenticated = Depends(_authenticated)


async def meet(fault: Fault | None) -> None:
    """Let a fault refuse or hold the request before anything is done."""
    match fault.mode if fault is not None else None:
        case "429":
            raise Refused(429, 20429, "Too Many Requests")
        case "500":
            raise Refused(500, 20500, "An internal server error has occurred")
        case "hang" if fault is not None:
            await fault.hold()
            raise Refused(503, 20503, "Service unavailable")


def created(fault: Fault | None, resource: dict[str, Any]) -> Response:
    """201 with the resource, or the answer that never arrives."""
    if fault is not None and fault.mode == "answer-lost":
        return LostAnswer()
    return JSONResponse(resource, 201)


def not_found(request: Request) -> Refused:
    path = request.url.path
    return Refused(404, 20404, f"The requested resource {path} was not found")


def moment(value: datetime | None) -> str | None:
    """RFC 2822 in UTC, the form of every date in the 2010-04-01 API."""
    return format_datetime(value) if value is not None else None


def page(
    request: Request, name: str, resources: Sequence[dict[str, Any]], index: int, size: int
) -> dict[str, Any]:
    """One page of a list, with the addresses of its neighbours."""

    def uri(number: int) -> str:
        others = [(k, v) for k, v in request.query_params.multi_items() if k != "Page"]
        return f"{request.url.path}?{urlencode([*others, ('Page', number)])}"

    start = index * size
    chosen = list(resources[start : start + size])
    return {
        name: chosen,
        "page": index,
        "page_size": size,
        "start": start,
        "end": start + max(0, len(chosen) - 1),
        "uri": uri(index),
        "first_page_uri": uri(0),
        "next_page_uri": uri(index + 1) if start + size < len(resources) else None,
        "previous_page_uri": uri(index - 1) if index else None,
    }
