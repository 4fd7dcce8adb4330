"""How every resource of the API is declared: caller first, problems documented."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field

from gateway.edge.answers import MEDIA_TYPE
from gateway.session import AccessRoute

PREFIX = "/api/v1"


class ProblemField(BaseModel):
    """One field that was refused; never what it held."""

    field: str = Field(examples=["admin.mobile"])
    code: str = Field(examples=["mobile_invalid"])
    message: str = Field(examples=["Oppgi et norsk mobilnummer."])


class ProblemDocument(BaseModel):
    """A problem (RFC 9457). `code` is stable; `title` and `detail` are in the caller's language."""

    type: str = Field(examples=["/api/v1/problems/CaseNotFound"])
    title: str = Field(examples=["Vi finner ikke saken."])
    status: int = Field(examples=[404])
    code: str = Field(examples=["CaseNotFound"])
    detail: str | None = None
    facts: dict[str, Any] = {}
    request_id: str
    errors: list[ProblemField] | None = None


_MEANINGS = {
    400: "The request cannot be read",
    401: "No living session for this portal",
    403: "The role, or the proof against forged requests, is missing",
    404: "Unknown, foreign, or not served on this portal",
    409: "It does not fit what is there now, or the Idempotency-Key was used for something else",
    413: "Too large",
    422: "Fields or values are refused",
    429: "Too many tries; wait as long as Retry-After says",
    503: "A part of the portal is away; nothing was changed; repeat after Retry-After",
    504: "No answer in time; it may have happened; repeat with the same Idempotency-Key",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems an operation can answer with, for its description."""
    return {
        status: {
            "description": _MEANINGS[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}},
        }
        for status in statuses
    }


def _operation_id(route: APIRoute) -> str:
    return route.name


def resource(tag: str, *statuses: int) -> APIRouter:
    """A router for one resource; an operation's id is its function's name."""
    return APIRouter(
        prefix=PREFIX,
        tags=[tag],
        route_class=AccessRoute,
        generate_unique_id_function=_operation_id,
        responses=problems(*sorted({400, 404, 422, 429, 503, 504, *statuses})),
    )


SESSION = (401, 403)
"""Statuses of what needs a session."""
WRITES = (401, 403, 409, 413)
"""Statuses of what changes something in a session."""
