"""Freeze windows in words, and who was told of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from services.cases.contract.events.freezes import FreezeChanged
from services.chassis.db.work import Work
from services.chassis.i18n import as_language, show_datetime
from services.notify.messages import word
from services.notify.model import FirmContact
from services.notify.outgoing import links
from services.notify.outgoing.case_words import in_language
from services.notify.outgoing.recipients import Recipient
from services.notify.store import contacts, deliveries

ABOUT_A_FREEZE = ("freeze_announced", "freeze_moved")


def about(event: FreezeChanged) -> str:
    """The news: this freeze as of this revision."""
    return f"{event.freeze_id}:{event.revision}"


def told_before(work: Work, event: FreezeChanged) -> list[FirmContact]:
    """Firms that were told when it is, whether or not they are approved now."""
    causes = [f"{key}:{event.freeze_id}:" for key in ABOUT_A_FREEZE]
    keys = deliveries.told_of(work.session, causes)
    ids = sorted(key.removeprefix("firm:") for key in keys if key.startswith("firm:"))
    known = [contacts.firm(work.session, firm_id) for firm_id in ids]
    return [firm for firm in known if firm is not None]


def to_firms(firms: Iterable[FirmContact]) -> Sequence[Recipient]:
    """Each at its post address."""
    return [Recipient(f"firm:{firm.firm_id}", firm.language, email=firm.email) for firm in firms]


def whole(event: FreezeChanged) -> Callable[[str], Mapping[str, str]]:
    """When, what and why."""
    return lambda language: {
        **span(event)(language),
        "blocks": _blocks(event, language),
        "reason": in_language(event.reason, language),
    }


def span(event: FreezeChanged) -> Callable[[str], Mapping[str, str]]:
    """When, and where to look."""
    return lambda language: {
        "starts": show_datetime(event.starts_at, as_language(language)),
        "ends": show_datetime(event.ends_at, as_language(language)),
        "link": links.contractor(),
    }


def _blocks(event: FreezeChanged, language: str) -> str:
    """`nye saker, ettersendinger og bestillinger`."""
    words = [word(f"blocks.{switch}", language) for switch in event.blocks]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {word('and', language)} {words[-1]}"
