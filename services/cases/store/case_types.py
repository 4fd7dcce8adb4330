"""Published versions of case types: never changed, so compiled once a process."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.orm import Session

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.faults import CatalogueInvalid, fault
from services.cases.contract.errors import NoSuchCaseType
from services.cases.model import CaseTypeVersion

_compiled: dict[tuple[str, int], CaseType] = {}


def publish(session: Session, types: Iterable[CaseType], at: datetime) -> int:
    """Publish what is new; returns how many.

    Raises CatalogueInvalid when a published version has other content now: cases were begun with
    it, so a change needs a new version number.
    """
    published = 0
    for kind in types:
        key = {"code": kind.definition.code, "version": kind.definition.version}
        won = session.execute(
            insert(CaseTypeVersion)
            .values(
                **key,
                fingerprint=kind.fingerprint,
                source=kind.source,
                published_at=at,
                valid_from=None,
            )
            .on_conflict_do_nothing()
            .returning(CaseTypeVersion.code)
        ).scalar_one_or_none()
        published += won is not None
        kept_as = session.scalar(select(CaseTypeVersion.fingerprint).filter_by(**key))
        if kept_as != kind.fingerprint:
            taken = fault("version_taken", kind.source, ("version",), version=key["version"])
            raise CatalogueInvalid(kind.definition.code, [taken])
    return published


def kept(session: Session, code: str, version: int) -> CaseType:
    """The version a case began with. Raises NoSuchCaseType."""
    key = (code, version)
    if key not in _compiled:
        source = session.scalar(
            select(CaseTypeVersion.source).filter_by(code=code, version=version)
        )
        if source is None:
            raise NoSuchCaseType
        _compiled[key] = CaseType(source, published=True)
    return _compiled[key]


def newest(session: Session, utility: str, code: str, at: datetime) -> CaseType:
    """The version a new case begins with at the instant. Raises NoSuchCaseType."""
    chosen = _chosen(utility, at).where(CaseTypeVersion.code == code)
    row = session.execute(chosen).first()
    if row is None:
        raise NoSuchCaseType
    return kept(session, row.code, row.version)


def catalogue(session: Session, utility: str, at: datetime) -> list[CaseType]:
    """The newest version of every type, in the order of the catalogue."""
    rows = session.execute(_chosen(utility, at)).all()
    types = [kept(session, row.code, row.version) for row in rows]
    return sorted(types, key=lambda kind: (kind.definition.order, kind.definition.code))


def visible(session: Session, utility: str, code: str, version: int) -> CaseType:
    """One version, unless it is another utility's own. Raises NoSuchCaseType."""
    row = session.get(CaseTypeVersion, (code, version))
    if row is None or row.utility not in {"", utility}:
        raise NoSuchCaseType
    return kept(session, code, version)


def _chosen(utility: str, at: datetime) -> Select[str, int]:
    """Per type the newest valid version: of the utility's own, when it has any."""
    return (
        select(CaseTypeVersion.code, CaseTypeVersion.version)
        .ext(distinct_on(CaseTypeVersion.code))
        .where(
            CaseTypeVersion.utility.in_(["", utility]),
            or_(CaseTypeVersion.valid_from.is_(None), CaseTypeVersion.valid_from <= at),
        )
        .order_by(
            CaseTypeVersion.code, CaseTypeVersion.utility.desc(), CaseTypeVersion.version.desc()
        )
    )
