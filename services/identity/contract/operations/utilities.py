"""Utilities."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field

from services.chassis.messages import Command, Query
from services.chassis.norway import NoNationalId
from services.identity.contract.types.utilities import (
    InactivityTimes,
    TwoFactorPolicy,
    Utilities,
    UtilityView,
)
from services.identity.contract.types.words import Language

Explanation = Annotated[str, Field(min_length=1, max_length=1000), NoNationalId]


class ListUtilities(Query[Utilities]):
    """Every utility of the installation (public)."""


class ConfigureUtility(Command[UtilityView]):
    """Create or change a utility (system)."""

    view: UtilityView


class SetTwoFactorPolicy(Command[TwoFactorPolicy]):
    """An administrator says from when, and why, everybody logs in with two factors.

    It is what people are told, before the instant and after it. It opens no way past the second
    factor, which every login asks for whatever stands here. Refuses NotForYou, ExplanationMissing.
    """

    since: AwareDatetime | None = None
    why: dict[Language, Explanation] = {}
    """Empty: the portal's own words."""


class GetInactivityTimes(Query[InactivityTimes]):
    """When unused accounts of the utility rest and are erased (staff)."""


class SetInactivityTimes(InactivityTimes, Command[InactivityTimes]):
    """An administrator says when; never off. Refuses NotForYou.

    An account with places at several utilities follows the longest of each time.
    """
