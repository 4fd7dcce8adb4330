"""The registrar's desk: firms that ask to be let in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query, Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import fragment, go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.session import Caller, operator
from services.chassis.messages import Command
from services.documents.contract.operations import ListFirmLetters
from services.identity.contract.operations.firms import (
    ApproveFirm,
    GetFirm,
    LiftSuspension,
    ListFirms,
    MergeFirm,
    RejectFirm,
    SuspendFirm,
)
from services.identity.contract.types.firms import FirmView

router = operator_pages()
Staff = Annotated[Caller, operator()]
Registrar = Annotated[Caller, operator("firm_registrar")]
STATUSES = ("waiting", "approved", "suspended", "rejected", "merged")
MOVES: dict[str, tuple[type[Command[FirmView]], tuple[str, ...]]] = {
    "godkjenn": (ApproveFirm, ("note",)),
    "avvis": (RejectFirm, ("reason",)),
    "sperr": (SuspendFirm, ("reason",)),
    "opphev": (LiftSuspension, ()),
    "sla-sammen": (MergeFirm, ("into",)),
}
"""A page's move -> the request, and the fields of its form."""


@dataclass(frozen=True)
class FirmsAsked:
    """The list as the address says."""

    status: Annotated[str, Query(max_length=20)] = "waiting"
    q: Annotated[str, Query(max_length=100)] = ""
    warned: Annotated[bool, Query()] = False
    cursor: Annotated[str, Query(max_length=300)] = ""

    @property
    def chosen(self) -> str:
        """The status shown; none while one searches."""
        known = self.status if self.status in STATUSES else "waiting"
        return "" if self.q.strip() or self.warned else known

    @property
    def query(self) -> str:
        """The address of the same list."""
        return urlencode({"status": self.status, "q": self.q, "warned": int(self.warned)})

    def request(self) -> ListFirms:
        """What is asked of identity."""
        return built(
            ListFirms,
            {
                "status": self.chosen or None,
                "q": self.q.strip(),
                "warned": self.warned,
                "cursor": self.cursor,
            },
        )


@router.get("/foretak")
async def show_firms(
    request: Request,
    caller: Staff,
    asked: Annotated[FirmsAsked, Depends()],
) -> Response:
    """The queue, oldest waiting first; a search looks through every status."""
    found = await caller.call(asked.request())
    values: dict[str, Any] = {
        "rows": found.items,
        "next": found.next,
        "asked": asked,
        "chosen": asked.chosen,
        "statuses": STATUSES,
    }
    if request.headers.get("hx-request"):
        return fragment(request, caller, "operator/parts/firm_list.html", **values)
    return await page(request, caller, "operator/firms.html", **values)


@router.get("/foretak/{firm_id}")
async def show_firm(request: Request, caller: Staff, firm_id: str) -> Response:
    """One firm: what it says of itself, what the register says, who its people are."""
    return await _firm(request, caller, firm_id)


@router.post("/foretak/{firm_id}/{move}")
async def decide(request: Request, caller: Registrar, firm_id: str, move: str) -> Response:
    """A button of the firm's page; a fresh factor is asked for where it matters, and back."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(_asked(move, firm_id, form))
    except FAILURES as failure:
        return await _firm(request, caller, firm_id, problem_for(caller, failure), form.typed())
    return go(f"/foretak/{form.text('into') if move == 'sla-sammen' else firm_id}")


def _asked(move: str, firm_id: str, form: Posted) -> Command[FirmView]:
    if move not in MOVES:
        raise PageNotFound
    model, fields = MOVES[move]
    return built(model, {"firm_id": firm_id, **{name: form.text(name) for name in fields}})


async def _firm(
    request: Request,
    caller: Caller,
    firm_id: str,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    firm = await caller.call(GetFirm(firm_id=firm_id))
    return await page(
        request,
        caller,
        "operator/firm.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        firm=firm,
        letters=await hoped(caller.call(ListFirmLetters(firm_id=firm_id))),
    )
