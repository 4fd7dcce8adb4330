"""Published versions of case types: never changed, so compiled once a process."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import CatalogueInvalid
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
            .values(**key, fingerprint=kind.fingerprint, source=kind.source, published_at=at)
            .on_conflict_do_nothing()
            .returning(CaseTypeVersion.code)
        ).scalar_one_or_none()
        published += won is not None
        kept_as = session.scalar(select(CaseTypeVersion.fingerprint).filter_by(**key))
        if kept_as != kind.fingerprint:
            raise CatalogueInvalid(
                f"{key['code']} version {key['version']} was published with other content"
            )
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
        _compiled[key] = CaseType(source)
    return _compiled[key]


def newest(session: Session, code: str) -> CaseType:
    """The version a new case begins with. Raises NoSuchCaseType."""
    version = session.scalar(
        select(func.max(CaseTypeVersion.version)).where(CaseTypeVersion.code == code)
    )
    if version is None:
        raise NoSuchCaseType
    return kept(session, code, version)


def catalogue(session: Session) -> list[CaseType]:
    """The newest version of every type, in the order of the catalogue."""
    rows = session.execute(
        select(CaseTypeVersion.code, func.max(CaseTypeVersion.version)).group_by(
            CaseTypeVersion.code
        )
    )
    types = [kept(session, code, version) for code, version in rows]
    return sorted(types, key=lambda kind: (kind.definition.order, kind.definition.code))
