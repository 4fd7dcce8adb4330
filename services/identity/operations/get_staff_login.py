"""The operator portal asks what staff log in with."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import NoLoginProvider
from services.identity.contract.operations.login_provider import GetStaffLogin
from services.identity.contract.types.login_provider import StaffLogin
from services.identity.steps.provider import provider_of


def get_staff_login(request: GetStaffLogin, _work: Work) -> StaffLogin:
    """The name of the utility's own login, or nothing."""
    try:
        return StaffLogin(provider=provider_of(request.utility).name)
    except NoLoginProvider:
        return StaffLogin()
