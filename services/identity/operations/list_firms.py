"""A registrar works through the firms that wait."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.firms import ListFirms
from services.identity.contract.types.firms import FirmPage
from services.identity.domain import access, cursors
from services.identity.store import enhetsregisteret, firms
from services.identity.views.firms import firm_row


def list_firms(request: ListFirms, work: Work) -> FirmPage:
    """The utility's firms, who asked first comes first. Raises NotForYou."""
    access.ensure_may_read_firms(work.actor)
    rows = firms.queue(
        work.session,
        work.actor.utility,
        firms.Wanted(request.status, request.q, request.warned),
        after=cursors.read(request.cursor),
        limit=request.limit + 1,
    )
    shown = rows[: request.limit]
    registry = enhetsregisteret.remembered(work.session, [firm.orgnr for firm, _ in shown])
    more = len(rows) > len(shown)
    return FirmPage(
        items=[firm_row(firm, known, registry.get(firm.orgnr)) for firm, known in shown],
        next=cursors.write(shown[-1][1].asked_at, shown[-1][0].firm_id) if more else None,
    )
