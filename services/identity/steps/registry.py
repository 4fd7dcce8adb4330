"""Take over what the register says of a firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.model import Firm, FirmAtUtility
from services.identity.steps.tell import tell_changed
from services.identity.store import firms


def take_over(firm: Firm, answer: RegistryAnswer | None, work: Work) -> None:
    """Main unit and address, when the register has answered."""
    if answer is None:
        return
    firm.main_orgnr, firm.address = answer.main_orgnr or None, answer.address
    firm.checked_at = work.now


def hear_answer(work: Work, answer: RegistryAnswer) -> None:
    """A firm that was taken at its word is checked; its language follows the register's målform
    until it has chosen one itself.
    """
    firm = firms.locked_by_orgnr(work.session, answer.orgnr)
    take_over(firm, answer, work)
    for known in firms.everywhere(work.session, firm.firm_id, lock=True):
        if answer.found and _follows(known, answer):
            known.language = answer.language
            tell_changed(work, firm, known)


def _follows(known: FirmAtUtility, answer: RegistryAnswer) -> bool:
    return not known.language_chosen and known.language != answer.language
