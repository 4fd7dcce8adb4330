"""Logging in with two factors, and the sessions one has."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import Request, Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.refusals import SignInNeeded
from gateway.session import Caller, Public, SignedIn, cookies
from gateway.session.csrf import csrf_token
from gateway.state import gateway_of
from services.chassis import clock
from services.chassis.messages import Message
from services.identity.contract.operations.login import (
    AskLoginPasskey,
    BeginLogin,
    BeginMobileEnrolment,
    CompleteFactor,
    ConfirmMobileEnrolment,
    ResendCode,
)
from services.identity.contract.operations.sessions import EndEverySession, EndSession, ListSessions
from services.identity.contract.types.factors import FactorAnswer, PasskeyOptions
from services.identity.contract.types.login import OpenedSession, SessionRows
from services.identity.contract.types.people import PersonView
from services.identity.contract.types.words import FactorMethod, SecretText

router = resource("sessions", *WRITES)


class NextStep(Message):
    """What the login wants next; the attempt itself is in a cookie."""

    next: Literal["factor", "enrol_mobile"]
    methods: list[FactorMethod]
    hint: str
    resend_after: int


class Factor(Message):
    """The second factor; for a passkey `code` is the browser's answer as JSON.

    `token` asks for a Bearer token in place of a cookie.
    """

    method: FactorMethod = "sms"
    code: FactorAnswer
    token: bool = False


class Confirmation(Message):
    """The code sent to the new number."""

    code: SecretText
    token: bool = False


class SignedInPerson(PersonView):
    """Who is signed in, until when; with a token when one was asked for."""

    session_id: str
    ends_at: datetime
    access_token: str | None = None
    expires_in: int | None = None
    """Seconds until the session ends, used or not."""


_begin = from_body(
    BeginLogin,
    fill={
        "portal": lambda c: c.portal,
        "utility": lambda c: c.default_utility,
        "caller": lambda c: c.origin,
    },
)


@router.post("/sessions", status_code=201, summary="Begin a login; sends the code")
async def begin_login(
    response: Response, caller: Public, request: Annotated[BeginLogin, _begin]
) -> NextStep:
    step = await caller.call(request)
    cookies.begin_attempt(response, step.attempt)
    return NextStep(**step.model_dump(exclude={"attempt"}))


@router.post(
    "/sessions/current/factor",
    response_model_exclude_none=True,
    summary="The second factor opens the session",
)
async def complete_factor(
    http: Request, response: Response, caller: Public, factor: Factor
) -> SignedInPerson:
    opened = await caller.call(
        CompleteFactor(
            attempt=attempt_of(http),
            method=factor.method,
            code=factor.code,
            caller=caller.origin,
        )
    )
    return signed_in_person(response, opened, token=factor.token)


@router.post("/sessions/current/factor/options", summary="A challenge for one's passkeys")
async def ask_login_passkey(http: Request, caller: Public) -> PasskeyOptions:
    return await caller.call(AskLoginPasskey(attempt=attempt_of(http)))


@router.post("/sessions/current/factor/resend", status_code=202, summary="A new SMS code")
async def resend_code(http: Request, caller: Public) -> Response:
    await caller.call(ResendCode(attempt=attempt_of(http), caller=caller.origin))
    return Response(status_code=202)


@router.post("/sessions/current/mobile", status_code=202, summary="Register a mobile at login")
async def begin_mobile_enrolment(
    http: Request,
    caller: Public,
    request: Annotated[
        BeginMobileEnrolment,
        from_body(
            BeginMobileEnrolment,
            fill={"attempt": lambda _: "-", "caller": lambda c: c.origin},
        ),
    ],
) -> Response:
    await caller.call(request.model_copy(update={"attempt": attempt_of(http)}))
    return Response(status_code=202)


@router.post(
    "/sessions/current/mobile/confirm",
    response_model_exclude_none=True,
    summary="Confirm it; opens the session",
)
async def confirm_mobile_enrolment(
    http: Request, response: Response, caller: Public, confirmation: Confirmation
) -> SignedInPerson:
    opened = await caller.call(
        ConfirmMobileEnrolment(
            attempt=attempt_of(http), code=confirmation.code, caller=caller.origin
        )
    )
    return signed_in_person(response, opened, token=confirmation.token)


@router.get("/sessions", summary="One's own living sessions")
async def list_sessions(caller: SignedIn) -> SessionRows:
    return await caller.call(ListSessions())


@router.delete("/sessions", status_code=204, summary="Sign out everywhere")
async def end_every_session(http: Request, caller: SignedIn) -> Response:
    await caller.call(EndEverySession())
    gateway_of(http).sessions.forget(caller.secret, caller.portal)
    response = Response(status_code=204)
    cookies.end_session(response)
    return response


@router.delete("/sessions/current", status_code=204, summary="Log out")
async def end_current_session(http: Request, caller: SignedIn) -> Response:
    await end_session(http, caller)
    response = Response(status_code=204)
    cookies.end_session(response)
    return response


@router.delete("/sessions/{session_id}", status_code=204, summary="End one of one's sessions")
async def end_one_session(caller: SignedIn, session_id: PathId) -> Response:
    await caller.call(EndSession(session_id=session_id))
    return Response(status_code=204)


async def end_session(http: Request, caller: Caller) -> None:
    """End the caller's own session and forget it here at once."""
    await caller.call(EndSession())
    gateway_of(http).sessions.forget(caller.secret, caller.portal)


def attempt_of(http: Request) -> str:
    """The login attempt the browser is in the middle of."""
    attempt = http.cookies.get(cookies.ATTEMPT, "")
    if not 1 <= len(attempt) <= 200:
        raise SignInNeeded
    return attempt


def signed_in_person(response: Response, opened: OpenedSession, *, token: bool) -> SignedInPerson:
    """The session goes into cookies, or to an API client as a token; never both."""
    if not token:
        cookies.open_session(response, opened.secret, csrf_token(opened.secret))
        cookies.know_device(response, opened.known_as)
    return SignedInPerson(
        **dict(opened.person),
        session_id=opened.session_id,
        ends_at=opened.ends_at,
        access_token=opened.secret if token else None,
        expires_in=int((opened.ends_at - clock.now()).total_seconds()) if token else None,
    )
