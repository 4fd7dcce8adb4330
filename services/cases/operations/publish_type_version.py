"""An administrator publishes a version of a case type, without a deploy."""

from __future__ import annotations

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.faults import CatalogueInvalid
from services.cases.catalogue.files import read_type
from services.cases.contract.errors import CaseTypeInvalid, InstantPassed
from services.cases.contract.operations.publishing import PublishTypeVersion
from services.cases.contract.types.publishing import Fault, TypeVersionRow
from services.cases.store import access, type_versions
from services.chassis.db.work import Work
from services.chassis.messages import FieldError


def publish_type_version(request: PublishTypeVersion, work: Work) -> TypeVersionRow:
    """Through the loader of the files; every process begins new cases with it once it is valid.

    Raises RoleMissing, InstantPassed, CaseTypeInvalid.
    """
    access.ensure(work.actor, "administrator")
    valid_from = request.valid_from or work.now
    if valid_from < work.now:
        raise InstantPassed(errors=[FieldError(field="valid_from", code="instant_passed")])
    kind = _read(request.source)
    session, utility = work.session, work.actor.utility
    faults = type_versions.faults(session, utility, kind)
    if faults:
        raise _refusal(faults)
    row = type_versions.keep(
        session, utility, kind, by=work.actor.name, at=work.now, valid_from=valid_from
    )
    if row is None:
        raise _refusal([type_versions.taken(kind.definition.version)])
    work.record(
        "case_type_published",
        chain=f"case_type:{utility}:{row.code}",
        facts={
            "code": row.code,
            "version": row.version,
            "fingerprint": row.fingerprint,
            "valid_from": valid_from.isoformat(),
        },
        utility=utility,
    )
    chosen = type_versions.current(session, utility, row.code, work.now)
    return type_versions.version_row(row, chosen, work.now)


def _read(source: str) -> CaseType:
    try:
        return CaseType(read_type(source))
    except CatalogueInvalid as invalid:
        raise _refusal(invalid.faults) from None


def _refusal(faults: list[Fault]) -> CaseTypeInvalid:
    errors = [
        FieldError(field=fault.place, code=f"fault_{fault.code}", facts=fault.facts)
        for fault in faults
    ]
    return CaseTypeInvalid(errors=errors, faults=[f.model_dump(mode="json") for f in faults])
