"""What must hold before cases takes its first call."""

from __future__ import annotations

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.cases.store import case_types
from services.chassis.db.work import Work


def publish_catalogue(work: Work) -> int:
    """Publish new types and versions of the files; returns how many.

    Raises CatalogueInvalid when a file makes no sense, or a published version has other content
    now: the process does not start, and what runs goes on with what is published.
    """
    types = [CaseType(source) for source in read_types()]
    return case_types.publish(work.session, types, work.now)
