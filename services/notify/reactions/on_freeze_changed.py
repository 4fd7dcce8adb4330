"""A freeze window was planned, moved or announced: approved firms are told of the announced."""

from __future__ import annotations

from services.cases.contract.events.freezes import FreezeChanged
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_datetime
from services.notify.messages import word
from services.notify.model import Freeze
from services.notify.outgoing import links
from services.notify.outgoing.case_words import in_language
from services.notify.outgoing.recipients import Recipient
from services.notify.outgoing.tell import tell
from services.notify.store import contacts


def on_freeze_changed(event: FreezeChanged, work: Work) -> None:
    """Keep it by revision; tell each firm once of each announced period."""
    news = contacts.hear(
        work.session, Freeze, utility=work.actor.utility, **event.model_dump(mode="python")
    )
    if not news or event.state != "announced":
        return
    firms = contacts.approved_firms(work.session, work.actor.utility)
    period = f"{event.starts_at.isoformat()}/{event.ends_at.isoformat()}"
    tell(
        work,
        "freeze_announced",
        [Recipient(f"firm:{firm.firm_id}", firm.language, email=firm.email) for firm in firms],
        lambda language: {
            "starts": show_datetime(event.starts_at, as_language(language)),
            "ends": show_datetime(event.ends_at, as_language(language)),
            "blocks": _blocks(event, language),
            "reason": in_language(event.reason, language),
            "link": links.contractor(),
        },
        about=f"{event.freeze_id}:{period}",
    )


def _blocks(event: FreezeChanged, language: str) -> str:
    """`nye saker, ettersendinger og bestillinger`."""
    words = [word(f"blocks.{switch}", language) for switch in event.blocks]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {word('and', language)} {words[-1]}"
