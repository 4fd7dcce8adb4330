"""A utility's own versions of case types: numbered, published once, listed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.comparison import asks_otherwise, changes, dropped
from services.cases.catalogue.faults import fault
from services.cases.contract.errors import NoSuchCaseType
from services.cases.contract.types.publishing import Fault, NewerVersion, TypeVersionRow
from services.cases.contract.types.words import FaultCode, Texts
from services.cases.model import Case, CaseTypeVersion
from services.cases.store import case_types

OWN_FROM = 1001
"""Utilities number their own versions from here, so that none meets one that comes with the
product later."""


def next_version(session: Session, code: str) -> int:
    """A number no version of the type has at any utility."""
    last = session.scalar(
        select(func.max(CaseTypeVersion.version)).where(CaseTypeVersion.code == code)
    )
    return max(OWN_FROM, (last or 0) + 1)


def current(session: Session, utility: str, code: str, at: datetime) -> CaseType | None:
    """The version new cases begin with; None for a type that is not there."""
    try:
        return case_types.newest(session, utility, code, at)
    except NoSuchCaseType:
        return None


def faults(session: Session, utility: str, kind: CaseType) -> list[Fault]:
    """Why its number will not do: the product's, taken, or not newer than the utility's last."""
    code, version = kind.definition.code, kind.definition.version
    if version < OWN_FROM:
        return [_fault("version_reserved", own_from=OWN_FROM)]
    if session.get(CaseTypeVersion, (code, version)) is not None:
        return [taken(version)]
    last = session.scalar(
        select(func.max(CaseTypeVersion.version)).where(
            CaseTypeVersion.code == code, CaseTypeVersion.utility == utility
        )
    )
    return [_fault("version_not_newer", last=last)] if last and version < last else []


def keep(
    session: Session, utility: str, kind: CaseType, *, by: str, at: datetime, valid_from: datetime
) -> CaseTypeVersion | None:
    """Publish it; None when another took the number in the meantime."""
    key = {"code": kind.definition.code, "version": kind.definition.version}
    session.execute(
        insert(CaseTypeVersion)
        .values(
            **key,
            utility=utility,
            fingerprint=kind.fingerprint,
            source=kind.source,
            valid_from=valid_from,
            published_at=at,
            published_by=by,
        )
        .on_conflict_do_nothing()
    )
    row = session.scalars(select(CaseTypeVersion).filter_by(**key)).one()
    return row if (row.utility, row.fingerprint) == (utility, kind.fingerprint) else None


def taken(version: int) -> Fault:
    """What is said of a number another version has."""
    return _fault("version_taken", version=version)


def rows(session: Session, utility: str, at: datetime) -> list[TypeVersionRow]:
    """Every version this utility sees, in the order of the catalogue, newest first."""
    chosen = {kind.definition.code: kind for kind in case_types.catalogue(session, utility, at)}
    order = {code: position for position, code in enumerate(chosen)}
    found = session.scalars(
        select(CaseTypeVersion)
        .where(CaseTypeVersion.utility.in_(["", utility]))
        .order_by(CaseTypeVersion.utility.desc(), CaseTypeVersion.version.desc())
    )
    listed = sorted(found, key=lambda row: order.get(row.code, len(order)))
    return [version_row(row, chosen.get(row.code), at) for row in listed]


def version_row(row: CaseTypeVersion, chosen: CaseType | None, at: datetime) -> TypeVersionRow:
    """One version and where it stands."""
    is_current = chosen is not None and chosen.definition.version == row.version
    scheduled = row.valid_from is not None and row.valid_from > at
    return TypeVersionRow(
        code=row.code,
        version=row.version,
        title=row.source["title"],
        own=bool(row.utility),
        valid_from=row.valid_from,
        published_at=row.published_at,
        published_by=row.published_by,
        state="current" if is_current else "scheduled" if scheduled else "earlier",
    )


def newer(session: Session, case: Case, at: datetime) -> NewerVersion | None:
    """What a draft would meet in the newest version; None when it has it, or has been sent in."""
    if case.status != "draft":
        return None
    newest = current(session, case.utility, case.type, at)
    if newest is None or newest.definition.version == case.type_version:
        return None
    begun = case_types.kept(session, case.type, case.type_version)
    return NewerVersion(
        binding=asks_otherwise(begun, newest),
        version=newest.definition.version,
        changes=changes(begun, newest),
        dropped=[_label(begun, name) for name in dropped(newest, case.form)],
    )


def replaced_by(session: Session, case: Case, at: datetime) -> int | None:
    """The version a draft must be taken over to before it is sent in; None when it need not."""
    if case.status != "draft":
        return None
    newest = current(session, case.utility, case.type, at)
    begun = case_types.kept(session, case.type, case.type_version)
    if newest is None or newest is begun or not asks_otherwise(begun, newest):
        return None
    return newest.definition.version


def _label(kind: CaseType, name: str) -> Texts:
    return kind.fields[name].label if name in kind.fields else {"nb": name}


def open_drafts(session: Session, utility: str, code: str) -> int:
    """Drafts of the type at the utility, in whatever version they began."""
    counted = select(func.count()).where(
        Case.utility == utility, Case.type == code, Case.status == "draft"
    )
    return session.scalar(counted) or 0


def _fault(code: FaultCode, **facts: object) -> Fault:
    return fault(code, {}, ("version",), **facts)
