"""An administrator asks what publishing a text would mean."""

from __future__ import annotations

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.comparison import changes
from services.cases.catalogue.faults import CatalogueInvalid
from services.cases.catalogue.files import read_type
from services.cases.contract.operations.publishing import CheckTypeVersion
from services.cases.contract.types.publishing import TypeReport
from services.cases.store import access, type_versions
from services.chassis.db.work import Work


def check_type_version(request: CheckTypeVersion, work: Work) -> TypeReport:
    """Faults by line; or what differs from the current version, and the form as it would be.

    Raises RoleMissing.
    """
    access.ensure(work.actor, "administrator")
    try:
        kind = CaseType(read_type(request.source))
    except CatalogueInvalid as invalid:
        return TypeReport(faults=invalid.faults)
    session, utility, code = work.session, work.actor.utility, kind.definition.code
    current = type_versions.current(session, utility, code, work.now)
    return TypeReport(
        faults=type_versions.faults(session, utility, kind),
        code=code,
        version=kind.definition.version,
        compared_with=current.definition.version if current else None,
        changes=changes(current, kind) if current else [],
        preview=kind.view(work.now),
        drafts=type_versions.open_drafts(session, utility, code),
    )
