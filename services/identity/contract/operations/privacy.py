"""One's own data: taken out, and erased."""

from __future__ import annotations

from services.chassis.messages import Command, Nothing, Query
from services.identity.contract.types.privacy import PersonExport


class ExportMe(Query[PersonExport]):
    """All that identity knows of oneself."""


class EraseMe(Command[Nothing]):
    """Delete one's account for good; names in archived documents stay.

    Refuses StepUpNeeded, OnHold, LastAdministrator.
    """
