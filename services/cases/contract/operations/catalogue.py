"""The catalogue."""

from __future__ import annotations

from pydantic import Field

from services.cases.contract.types.catalogue import CaseTypeView, Catalogue, OldForm
from services.chassis.messages import Command, Nothing, Query


class ListCaseTypes(Query[Catalogue]):
    """The public catalogue, or what in it fits a search: best match first.

    Searches titles in all languages, names the forms had before, and keywords; spelling may be a
    little off.
    """

    utility: str
    q: str = Field(default="", max_length=100)


class FindOldForm(Query[OldForm]):
    """The type that took the place of a form that used to be (public). Refuses NoSuchCaseType.

    `address` is the last part of the old form's address, or its name.
    """

    utility: str
    address: str = Field(min_length=1, max_length=200)


class ConfigureCatalogue(Command[Nothing]):
    """What a utility says of its catalogue: an administrator's, or set up by the system.

    Refuses NoSuchCaseType when an old form leads to a type that is not there, RoleMissing.
    """

    utility: str
    old_forms: list[OldForm] = Field(default=[], max_length=500)


class GetCaseType(Query[CaseTypeView]):
    """One type with its form (public); the newest version, or the one a case keeps."""

    utility: str
    code: str
    version: int | None = None
