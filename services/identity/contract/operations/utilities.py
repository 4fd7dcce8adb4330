"""Utilities."""

from __future__ import annotations

from services.chassis.messages import Command, Query
from services.identity.contract.types.utilities import Utilities, UtilityView


class ListUtilities(Query[Utilities]):
    """Every utility of the installation (public)."""


class ConfigureUtility(Command[UtilityView]):
    """Create or change a utility (system)."""

    view: UtilityView
