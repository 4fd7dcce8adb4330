"""An administrator sees every version of every type."""

from __future__ import annotations

from services.cases.contract.operations.publishing import ListTypeVersions
from services.cases.contract.types.publishing import TypeVersions
from services.cases.store import access, old_forms, type_versions
from services.chassis.db.work import Work


def list_type_versions(request: ListTypeVersions, work: Work) -> TypeVersions:
    """Of the product and the utility's own; never another utility's. Raises RoleMissing."""
    del request
    access.ensure(work.actor, "administrator")
    session, utility = work.session, work.actor.utility
    return TypeVersions(
        items=type_versions.rows(session, utility, work.now),
        old_forms=old_forms.of(session, utility),
    )
