"""Remembering that somebody has looked at a case, without making them wait for it."""

from __future__ import annotations

from fastapi import Response
from starlette.background import BackgroundTask

from gateway.portals.shared.hoping import hoped
from gateway.session import Caller
from services.cases.contract.operations.overview import MarkCaseSeen


def seen(response: Response, caller: Caller, case_id: str) -> Response:
    """The page of the case; once it is sent, the case is no longer unread to its reader."""

    async def remember() -> None:
        await hoped(caller.call(MarkCaseSeen(case_id=case_id), step="seen"))

    response.background = BackgroundTask(remember)
    return response
