"""A freeze window was planned, announced, moved or cancelled: firms are told, and told anew."""

from __future__ import annotations

from services.cases.contract.events.freezes import FreezeChanged
from services.chassis.db.work import Work
from services.notify.model import Freeze
from services.notify.outgoing import freeze_news
from services.notify.outgoing.tell import tell
from services.notify.store import contacts


def on_freeze_changed(event: FreezeChanged, work: Work) -> None:
    """Keep it by revision. Who was told of one period is told when that is no longer true.

    Approved firms that were not told before hear of an announced one like everybody.
    """
    before = contacts.freeze(work.session, event.freeze_id)
    period = (before.starts_at, before.ends_at) if before else None
    news = contacts.hear(
        work.session, Freeze, utility=work.actor.utility, **event.model_dump(mode="python")
    )
    if not news:
        return
    told = freeze_news.told_before(work, event)
    about = freeze_news.about(event)
    if event.state == "cancelled":
        firms = freeze_news.to_firms(told)
        tell(work, "freeze_cancelled", firms, freeze_news.span(event), about=about)
    elif event.state in {"announced", "active"}:
        if period not in {None, (event.starts_at, event.ends_at)}:
            firms = freeze_news.to_firms(told)
            tell(work, "freeze_moved", firms, freeze_news.whole(event), about=about)
        if event.state == "announced":
            _announce(event, work, {firm.firm_id for firm in told})


def _announce(event: FreezeChanged, work: Work, told: set[str]) -> None:
    firms = contacts.approved_firms(work.session, work.actor.utility)
    new = [firm for firm in firms if firm.firm_id not in told]
    about = freeze_news.about(event)
    recipients = freeze_news.to_firms(new)
    tell(work, "freeze_announced", recipients, freeze_news.whole(event), about=about)
