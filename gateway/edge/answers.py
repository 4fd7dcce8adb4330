"""A refusal as an answer: a problem document for machines, a page for people."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import lru_cache
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from gateway.problem import Problem, problem_of
from gateway.session.recognise import language_of
from services.chassis.messages import Refusal

MEDIA_TYPE = "application/problem+json"
_MACHINES = ("/api/", "/hooks/", "/healthz", "/readyz", "/metrics")
_PAGES = "gateway.portals.shared.errors"
RenderError = Callable[[Request, Problem], Any]


async def answer(request: Request, failure: Exception) -> Response:
    """The answer to anything that went wrong; never repeats what was sent."""
    known = request.scope.get("caller")
    language = known[1].language if known else language_of(request)
    problem = problem_of(failure, language, request.scope.get("trace", ""))
    render = None if request.url.path.startswith(_MACHINES) else _renderer()
    if render is None:
        return as_json(problem)
    page = render(request, problem)
    response = cast(Response, await page if hasattr(page, "__await__") else page)
    response.headers.update(problem.headers)
    return response


def as_json(problem: Problem) -> Response:
    """RFC 9457."""
    return JSONResponse(
        problem.document(), problem.status, headers=problem.headers, media_type=MEDIA_TYPE
    )


async def refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer from a layer outside the routes."""
    response = await answer(Request(scope, receive), refusal)
    await response(scope, receive, send)


@lru_cache(maxsize=1)
def _renderer() -> RenderError | None:
    """How the portals show a problem; None where the gateway runs without them."""
    if importlib.util.find_spec("gateway.portals") is None:
        return None
    if importlib.util.find_spec(_PAGES) is None:
        return None
    return cast(RenderError, importlib.import_module(_PAGES).render_error)
