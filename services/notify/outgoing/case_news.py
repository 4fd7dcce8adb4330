"""News of a case to its firm and its caseworker."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from services.cases.contract.events.case_event import CaseEvent
from services.chassis.db.work import Work
from services.notify.messages import message
from services.notify.outgoing import links
from services.notify.outgoing.case_words import case_values, hear_case
from services.notify.outgoing.recipients import caseworker, contact_and_firm
from services.notify.outgoing.tell import tell

Own = Callable[[str], Mapping[str, str]]
"""What a message says besides number, type, place and link, in a language."""


def tell_firm(
    work: Work, event: CaseEvent, key: str, own: Own, *, while_status: str | None = None
) -> None:
    """To whoever acts for the firm, and to the firm's own address.

    `while_status`: asked again just before sending; a case that has gone on is not nagged about.
    """
    hear_case(work, event)
    contact = event.contact.person_id if event.contact else None
    tell(
        work,
        key,
        contact_and_firm(work.session, contact, event.firm.firm_id),
        _values(key, event, own, links.case_page(event.case_id)),
        about=f"{event.case_id}:{event.revision}:firm",
        while_case=(event.case_id, while_status) if while_status else None,
    )


def tell_caseworker(work: Work, event: CaseEvent, key: str, own: Own) -> None:
    """To whoever handles it; to nobody when nobody does."""
    hear_case(work, event)
    handles = event.caseworker.person_id if event.caseworker else None
    tell(
        work,
        key,
        caseworker(work.session, handles),
        _values(key, event, own, links.operators_case_page(event.case_id)),
        about=f"{event.case_id}:{event.revision}:utility",
    )


def _values(key: str, event: CaseEvent, own: Own, link: str) -> Own:
    """A draft has no number, so what is told of drafts names none."""
    numbered = "number" in message(key).values

    def values(language: str) -> dict[str, str]:
        said = {**case_values(event, language), "link": link, **own(language)}
        if not numbered:
            said.pop("number", None)
        return said

    return values
