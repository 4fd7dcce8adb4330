"""The form of a case, as its own version of the type has it; versions never change, so kept."""

from __future__ import annotations

from collections import OrderedDict

from gateway.session import Caller
from services.cases.contract.operations.catalogue import GetCaseType
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.catalogue import CaseTypeView, FieldView

_MOST_KEPT = 200
_kept: OrderedDict[tuple[str, str, int], CaseTypeView] = OrderedDict()


async def type_of(caller: Caller, case: CaseView) -> CaseTypeView:
    """The type in the version the case began with."""
    name = (case.utility, case.type, case.type_version)
    known = _kept.get(name)
    if known is None:
        known = await caller.call(
            GetCaseType(utility=case.utility, code=case.type, version=case.type_version)
        )
        _kept[name] = known
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return known


def fields_of(case_type: CaseTypeView) -> dict[str, FieldView]:
    """Every field by its name."""
    return {field.name: field for step in case_type.steps for field in step.fields}
