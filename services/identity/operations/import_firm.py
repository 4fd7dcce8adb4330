"""The system brings in a firm known from before."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.catalogue.trades import ensure_professions
from services.identity.contract.operations.firms import ImportFirm
from services.identity.contract.types.firms import FirmView
from services.identity.model import Firm, FirmAtUtility
from services.identity.steps.firm_page import firm_page
from services.identity.steps.registering import profile
from services.identity.steps.tell import tell_approved, tell_changed, tell_registered
from services.identity.store import firms, utilities
from services.identity.views.firms import firm_emails


def import_firm(request: ImportFirm, work: Work) -> FirmView:
    """New: waiting or approved as said. Known: its profile is renewed, its status never lowered.

    Repeating it changes and tells nothing. Raises UnknownUtility.
    """
    utilities.known(work.session, request.utility)
    firm = firms.locked_by_orgnr(work.session, request.orgnr)
    known = firms.at_utility(work.session, firm.firm_id, request.utility)
    if known is None:
        known = _new(request, work, firm)
        _tell_status(work, firm, known)
    else:
        _renew(request, work, firm, known)
    return firm_page(work, firm, known, with_people=True)


def _new(request: ImportFirm, work: Work, firm: Firm) -> FirmAtUtility:
    known = FirmAtUtility(firm_id=firm.firm_id, utility=request.utility, status=request.status)
    _describe(request, known)
    known.language, known.language_chosen, known.reason = "nb", False, ""
    known.asked_at = known.confirmed_at = work.now
    if request.status == "approved":
        known.decided_at, known.decided_by = work.now, work.actor.key
    work.session.add(known)
    work.session.flush()
    return known


def _renew(request: ImportFirm, work: Work, firm: Firm, known: FirmAtUtility) -> None:
    before = _said(known)
    _describe(request, known)
    if known.status == "waiting" and request.status == "approved":
        known.status, known.decided_at, known.decided_by = "approved", work.now, work.actor.key
        tell_approved(work, firm, known)
    elif _said(known) != before:
        tell_changed(work, firm, known)


def _describe(request: ImportFirm, known: FirmAtUtility) -> None:
    emails = request.emails or request.firm.emails
    profile(known, request.firm, emails, ensure_professions(request.professions))


def _said(known: FirmAtUtility) -> tuple[object, ...]:
    return (
        known.name, known.municipality, known.phone, firm_emails(known), list(known.professions)
    )  # fmt: skip


def _tell_status(work: Work, firm: Firm, known: FirmAtUtility) -> None:
    if known.status == "approved":
        tell_approved(work, firm, known)
    else:
        tell_registered(work, firm, known)
