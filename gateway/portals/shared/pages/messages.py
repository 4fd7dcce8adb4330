"""Older messages of a case, a page at a time."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from gateway.portals.shared.dialogue import MOST_SHOWN, mark_seen
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import shared_pages
from gateway.session import SignedIn
from services.cases.contract.operations.dialogue import ListMessages
from services.cases.contract.operations.reading import GetCase
from services.documents.contract.types import DocumentView

router = shared_pages()
NO_FILES: dict[str, DocumentView] = {}


@router.get("/saker/{case_id}/meldinger")
async def show_messages(
    request: Request,
    caller: SignedIn,
    case_id: str,
    cursor: Annotated[str, Query(pattern=r"^[0-9]{0,9}$")] = "",
) -> Response:
    """Those before the cursor; files are named on the case page."""
    case = await caller.call(GetCase(case_id=case_id))
    shown = await caller.call(ListMessages(case_id=case_id, cursor=cursor, limit=MOST_SHOWN))
    await mark_seen(caller, case_id, shown)
    return await page(
        request, caller, "shared/messages.html", case=case, dialogue=shown, by_id=NO_FILES
    )
