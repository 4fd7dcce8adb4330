"""From a failure to a problem (RFC 9457) in the reader's language.

A problem has a stable code, facts and fields with codes; it never repeats a rejected value.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from gateway import refusals
from gateway.rpc import CallTimedOut, RemoteRefusal, ServiceUnavailable
from gateway.texts import texts
from services.chassis.i18n import Language, show_datetime, show_number
from services.chassis.messages import FieldError, InvalidRequest, Refusal

STATUS_OF_KIND = {
    "invalid": 422,
    "unauthenticated": 401,
    "forbidden": 403,
    "not_found": 404,
    "conflict": 409,
    "too_many": 429,
    "too_large": 413,
    "unavailable": 503,
    "late": 504,
}
DEFAULT_RETRY_AFTER = {429: 30, 503: 2}
_TYPE = "/api/v1/problems/"


@dataclass(frozen=True)
class FieldProblem:
    """One field, what is wrong with it, and how to say so."""

    field: str
    code: str
    message: str


@dataclass(frozen=True)
class Problem:
    """What an error page shows and a problem document holds."""

    code: str
    status: int
    title: str
    detail: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    errors: list[FieldProblem] = field(default_factory=list)
    request_id: str = ""
    retry_after: int | None = None
    language: Language = "nb"

    @property
    def headers(self) -> dict[str, str]:
        """What HTTP wants beside the status."""
        headers: dict[str, str] = {"Content-Language": self.language}
        if self.retry_after is not None:
            headers["Retry-After"] = str(self.retry_after)
        if self.status == 401:
            headers["WWW-Authenticate"] = 'Bearer realm="portal"'
        if self.status == 416:
            headers["Content-Range"] = f"bytes */{self.facts['size']}"
        return headers

    def document(self) -> dict[str, Any]:
        """The body of `application/problem+json`."""
        document: dict[str, Any] = {
            "type": f"{_TYPE}{self.code}",
            "title": self.title,
            "status": self.status,
            "code": self.code,
            "facts": self.facts,
            "request_id": self.request_id,
        }
        if self.detail:
            document["detail"] = self.detail
        if self.errors:
            document["errors"] = [vars(error) for error in self.errors]
        return document


def problem_of(failure: Exception, language: Language, trace: str) -> Problem:
    """What to answer to a failure of any sort; what is not known is a fault of ours."""
    refusal = _as_refusal(failure)
    status = _status(refusal)
    return Problem(
        code=refusal.code,
        status=status,
        title=_title(refusal, language),
        detail=_detail(refusal, language),
        facts=refusal.facts,
        errors=[_field(error, language) for error in refusal.errors],
        request_id=trace,
        retry_after=refusal.retry_after or DEFAULT_RETRY_AFTER.get(status),
        language=language,
    )


def _detail(refusal: Refusal | RemoteRefusal, language: Language) -> str:
    """More to say: of why it was refused where a refusal has several reasons, else in general."""
    why = f"refusal_why.{refusal.code}.{refusal.facts.get('why', '')}"
    general = f"refusal_detail.{refusal.code}"
    return _said(why, language, refusal.facts) or _said(general, language, refusal.facts)


def _as_refusal(failure: Exception) -> Refusal | RemoteRefusal:
    if isinstance(failure, RemoteRefusal) and failure.code == "NoSuchOperation":
        return refusals.OutOfService()  # an older service than this gateway
    if isinstance(failure, Refusal | RemoteRefusal):
        return failure
    if isinstance(failure, RequestValidationError):
        return _invalid(failure)
    if isinstance(failure, HTTPException):
        return _OF_HTTP.get(failure.status_code, refusals.MalformedRequest)()
    return _unanswered(failure)


def _unanswered(failure: Exception) -> Refusal:
    if isinstance(failure, ServiceUnavailable):
        return refusals.OutOfService(retry_after=failure.retry_after, part=failure.service)
    if isinstance(failure, CallTimedOut):
        return refusals.AnswerLate(part=failure.service)
    return refusals.InternalFault()


_OF_HTTP: dict[int, type[Refusal]] = {
    404: refusals.PageNotFound,
    405: refusals.MethodNotAllowed,
    413: refusals.BodyTooLarge,
}


def _invalid(failure: RequestValidationError) -> Refusal:
    errors = failure.errors()
    if any(error["type"] == "json_invalid" for error in errors):
        return refusals.BodyNotJson()
    return InvalidRequest(
        errors=[
            FieldError(
                field=".".join(str(part) for part in error["loc"][1:]),
                code=error["type"],
                facts={
                    name: value
                    for name, value in (error.get("ctx") or {}).items()
                    if name in _TELLABLE and isinstance(value, int | float | str)
                },
            )
            for error in errors
        ]
    )


_TELLABLE = frozenset({"min_length", "max_length", "ge", "gt", "le", "lt", "expected"})
"""What a validator may tell of its rule; the rejected value is not among it."""


def _status(refusal: Refusal | RemoteRefusal) -> int:
    if isinstance(refusal, refusals.GatewayRefusal) and refusal.status:
        return refusal.status
    return STATUS_OF_KIND.get(refusal.kind, 409)


def _title(refusal: Refusal | RemoteRefusal, language: Language) -> str:
    key = f"refusal.{refusal.code}"
    if texts().has(key, language):
        return texts().text(key, language)
    return texts().text(f"refusal_kind.{refusal.kind}", language)


def field_message(error: FieldError, language: Language) -> str:
    """What is wrong with a field, in words."""
    return _field(error, language).message


def _field(error: FieldError, language: Language) -> FieldProblem:
    message = (
        _told(error, language)
        or _said(f"field_detail.{error.code}", language, error.facts)
        or _said(f"field.{error.code}", language, error.facts)
        or texts().text("field.other", language)
    )
    return FieldProblem(error.field, error.code, message)


def _told(error: FieldError, language: Language) -> str:
    """What the case type itself says of a rule that was broken."""
    says = error.facts.get("says")
    return str(says.get(language) or says.get("nb", "")) if isinstance(says, dict) else ""


def _said(key: str, language: Language, facts: dict[str, Any]) -> str:
    """The text, when there is one and the facts fill it; else nothing."""
    if not texts().has(key, language):
        return ""
    shown = {name: _shown(name, value, language) for name, value in facts.items()}
    try:
        return texts().text(key, language, **shown)
    except KeyError:
        return ""


_BYTES = ("limit", "size")
_LIMITS = ("minimum", "maximum", "ge", "gt", "le", "lt")
MEBIBYTE = 1024 * 1024


def _shown(name: str, value: Any, language: Language) -> str:
    if name in _BYTES and isinstance(value, int):
        return f"{show_number(value / MEBIBYTE, language)} MB"
    if isinstance(value, float) or (name in _LIMITS and isinstance(value, int)):
        return show_number(value, language)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(str(item) for item in value)
    if isinstance(value, str) and len(value) >= 20 and value[4:5] == "-":
        try:
            return show_datetime(datetime.fromisoformat(value), language)
        except ValueError:
            return value
    return str(value)


__all__ = ["FieldProblem", "Problem", "problem_of"]
