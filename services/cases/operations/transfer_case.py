"""The utility gives a case to another firm (endring av foretak på en sak)."""

from __future__ import annotations

from services.cases.contract.errors import ActionNotOpen
from services.cases.contract.operations.parties import TransferCase
from services.cases.contract.party_errors import ConfirmationMissing, FirmCannotTakePart
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.parties import Confirmation
from services.cases.domain.handover import ENDED
from services.cases.model import Case, KnownFirm
from services.cases.steps.handover import ask_for_new_application, hand_over
from services.cases.store import access, case_parties, case_types, cases, rules
from services.cases.views import case_view
from services.chassis.db.work import Work


def transfer_case(request: TransferCase, work: Work) -> CaseView:
    """As the utility has chosen: with both firms' confirmation, or by a new application.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, FirmCannotTakePart, ConfirmationMissing.
    """
    case = cases.locked(work, request.case_id)
    access.ensure(work.actor, "caseworker", "approver")
    if case.status in ENDED:
        raise ActionNotOpen(action="transfer_case", status=case.status, reason="status")
    firm = _taker(work, case, request.orgnr)
    if rules.of(work.session, case.utility).transfer == "new_application":
        ask_for_new_application(work, case, firm, request.reason)
    else:
        _ensure_confirmed(request.confirmations)
        said = [each.model_dump() for each in request.confirmations]
        hand_over(work, case, firm, {"reason": request.reason, "confirmations": said})
    return case_view(work, case)


def _taker(work: Work, case: Case, orgnr: str) -> KnownFirm:
    firm = case_parties.approved_firm(work.session, case.utility, orgnr)
    if firm.firm_id == case.firm_id:
        raise FirmCannotTakePart(reason="applicant")
    kind = case_types.kept(work.session, case.type, case.type_version)
    if set(firm.professions).isdisjoint(kind.definition.professions):
        raise FirmCannotTakePart(reason="profession")
    return firm


def _ensure_confirmed(confirmations: list[Confirmation]) -> None:
    sides = {each.side for each in confirmations}
    missing = [side for side in ("former", "new") if side not in sides]
    if missing:
        raise ConfirmationMissing(missing=missing)
