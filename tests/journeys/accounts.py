"""Accounts of a test's own: what it does to their passwords and phones troubles nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from deploy.local.description import Description
from gateway.settings import Portal
from tests.journeys.conftest import FIRM_ADMIN, STAFF, NewFirm
from tests.journeys.phones import Phones
from tests.journeys.visitor import PASSWORD, Visitor


@dataclass(frozen=True)
class Account:
    """Somebody invited into the demo's rørlegger firm, or among the utility's staff."""

    email: str
    mobile: str
    portal: Portal

    def another_mobile(self) -> str:
        """A number nobody has."""
        return f"+474{self.mobile[4:]}"


def new_account(bed: Description, portal: Portal = "contractor") -> Account:
    """Invited by an administrator, and joined with a mobile and a password."""
    phones, made_up = Phones(bed.sandbox_url), NewFirm.made_up()
    email = f"ny.{made_up.orgnr}@{'nytt' if portal == 'contractor' else 'vann'}.example"
    with Visitor(bed, portal) as admin:
        admin.log_in(*(FIRM_ADMIN if portal == "contractor" else STAFF["administrator"]))
        seen = phones.ids(email)
        path = "/firm/invitations" if portal == "contractor" else "/operator/staff/invitations"
        role = "applicant" if portal == "contractor" else "caseworker"
        admin.post(path, {"email": email, "roles": [role]})
        token = urlsplit(phones.link_to(email, seen)).path.rsplit("/", 1)[1]
    with Visitor(bed, portal) as visitor:
        joining = {"name": "Tone Trykk", "mobile": made_up.mobile, "password": PASSWORD}
        with phones.code_to(made_up.mobile) as code:
            visitor.post(f"/invitations/{token}", joining)
        visitor.post(f"/invitations/{token}", {"code": code()})
    return Account(email, made_up.mobile, portal)
