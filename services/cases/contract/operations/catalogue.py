"""The catalogue."""

from __future__ import annotations

from services.cases.contract.types.catalogue import CaseTypeView, Catalogue
from services.chassis.messages import Query


class ListCaseTypes(Query[Catalogue]):
    """The public catalogue."""

    utility: str


class GetCaseType(Query[CaseTypeView]):
    """One type with its form (public); the newest version, or the one a case keeps."""

    utility: str
    code: str
    version: int | None = None
