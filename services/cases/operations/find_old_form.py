"""Anybody follows the address of a form that used to be to the type that took its place."""

from __future__ import annotations

from services.cases.catalogue.finding import by_old_address
from services.cases.contract.errors import NoSuchCaseType
from services.cases.contract.operations.catalogue import FindOldForm
from services.cases.contract.types.catalogue import OldForm
from services.cases.store import case_types, old_forms
from services.chassis.db.work import Work


def find_old_form(request: FindOldForm, work: Work) -> OldForm:
    """By the utility's own list first, then by the names the types had. Raises NoSuchCaseType."""
    own = old_forms.of(work.session, request.utility)
    types = case_types.catalogue(work.session, request.utility, work.now)
    code = by_old_address(types, request.address, own)
    if code is None:
        raise NoSuchCaseType
    return OldForm(address=request.address, code=code)
