"""Somebody looks at themselves."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.people import GetMe
from services.identity.contract.types.people import PersonView
from services.identity.steps.me import me


def get_me(request: GetMe, work: Work) -> PersonView:
    """Name, address, masked mobile, firms and roles."""
    del request
    return me(work)
