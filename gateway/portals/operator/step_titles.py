"""What the steps of case types are called, as the newest version has it."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from gateway.portals.shared.hoping import hoped
from gateway.session import Caller
from services.cases.contract.operations.catalogue import GetCaseType
from services.cases.contract.types.words import Texts


async def step_titles(caller: Caller, codes: Collection[str]) -> dict[tuple[str, str], Texts]:
    """Type and step -> title; a type that is away is left out."""
    found = await asyncio.gather(
        *(hoped(caller.call(GetCaseType(utility=caller.utility, code=code))) for code in codes)
    )
    return {(each.code, step.key): step.title for each in found if each for step in each.steps}
