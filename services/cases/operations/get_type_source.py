"""An administrator takes a version out to write the next one."""

from __future__ import annotations

import yaml

from services.cases.contract.operations.publishing import GetTypeSource
from services.cases.contract.types.publishing import TypeSource
from services.cases.store import access, case_types, type_versions
from services.chassis.db.work import Work

WIDTH = 120


def get_type_source(request: GetTypeSource, work: Work) -> TypeSource:
    """As YAML with all shared parts written out, numbered as the next. Raises NoSuchCaseType."""
    access.ensure(work.actor, "administrator")
    session, utility = work.session, work.actor.utility
    if request.version is None:
        kind = case_types.newest(session, utility, request.code, work.now)
    else:
        kind = case_types.visible(session, utility, request.code, request.version)
    following = type_versions.next_version(session, request.code)
    written = yaml.safe_dump(
        {**kind.source, "version": following}, allow_unicode=True, sort_keys=False, width=WIDTH
    )
    return TypeSource(
        code=request.code,
        version=kind.definition.version,
        next_version=following,
        source=written,
    )
