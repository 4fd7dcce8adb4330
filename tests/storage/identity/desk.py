"""What people do at the portal, as operations against the database, and what they are sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest
from pydantic import BaseModel
from sqlalchemy import collate, select, text

from services.chassis.db.tables import Audit, Outbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, Refusal, Request
from services.chassis.seal import unseal
from services.identity import operations
from services.identity.contract.operations.firms import ImportFirm
from services.identity.contract.operations.login import BeginLogin, CompleteFactor
from services.identity.contract.operations.people import ImportPerson
from services.identity.contract.operations.registration import ProveEmail, ProveMobile, RegisterFirm
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.operations.utilities import ConfigureUtility
from services.identity.contract.types.firms import FirmEmails, NewFirm
from services.identity.contract.types.login import LoginStep, OpenedSession
from services.identity.contract.types.registration import NewAdmin, RegistrationReceipt
from services.identity.contract.types.utilities import UtilityView
from services.identity.contract.types.words import FirmRole, Portal, StaffRole

Reply = TypeVar("Reply", bound=BaseModel)
PASSWORD = "vann-og-avlop-2026"
BERGEN, TRAINING = "bergen", "ovingsvann"
ORGNR, OTHER_ORGNR = "311153056", "312124718"
NORA, NORAS_MOBILE = "nora@muffe.example", "+4799900001"
SYSTEM = Actor.system("seed")


@dataclass
class Desk:
    """Asks identity, opens the sealed post, and moves the clock."""

    seal_key: str
    monkeypatch: pytest.MonkeyPatch
    passed: float = 0.0
    tokens: dict[str, Actor] = field(default_factory=dict)

    def ask(self, request: Request[Reply], actor: Actor | None = None) -> Reply:
        """Run the operation in its transaction."""
        with begin(actor or Actor()) as work:
            reply: Reply = getattr(operations, request.operation())(request, work)
        return reply

    def refused(self, request: Request[Any], actor: Actor | None = None) -> Refusal:
        """The refusal; fails when the operation does not refuse."""
        with pytest.raises(Refusal) as said:
            self.ask(request, actor)
        return said.value

    def later(self, seconds: float) -> None:
        """Time passes."""
        self.passed += seconds
        self.monkeypatch.setenv("ENVIRONMENT", "sandbox")
        self.monkeypatch.setenv("CLOCK_OFFSET", str(self.passed))

    def told(self, kind: str) -> list[dict[str, Any]]:
        """What was told of a kind, oldest first."""
        with begin(SYSTEM) as work:
            return list(
                work.session.scalars(
                    select(Outbox.data).where(Outbox.type == f"{kind}.v1").order_by(Outbox.sequence)
                )
            )

    def recorded(self, tag: str) -> list[dict[str, Any]]:
        """What the audit trail holds under a tag, oldest first."""
        with begin(SYSTEM) as work:
            entries = select(Audit.facts).where(Audit.tag == tag)
            entries = entries.order_by(collate(Audit.id, "C"))  # nb-NO sorts "aa" after "z"
            return list(work.session.scalars(entries))

    def count(self, table: str) -> int:
        """Rows in a table."""
        with begin(SYSTEM) as work:
            return int(work.session.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one())  # noqa: S608 - a name the test wrote

    def code(self, mobile: str = NORAS_MOBILE) -> str:
        """The newest code sent to a phone."""
        sent = [data for data in self.told("code_issued") if data["mobile"] == mobile]
        return unseal(sent[-1]["sealed_code"], self.seal_key)

    def link(self, email: str = NORA) -> str:
        """The token in the newest link e-mailed to somebody."""
        sent = [data for data in self.told("link_issued") if data["email"] == email]
        return unseal(sent[-1]["sealed_token"], self.seal_key)

    def other_than(self, code: str) -> str:
        """A wrong guess."""
        return f"{(int(code) + 1) % 10**6:06d}"

    def utilities(self) -> None:
        """Two utilities, as the seed makes them."""
        for utility, name in ((BERGEN, "Bergen Vann"), (TRAINING, "Øvingsvann")):
            view = UtilityView(
                utility=utility,
                name=name,
                short_name=name,
                duty_phone="+4712345678",
                training=utility == TRAINING,
            )
            self.ask(ConfigureUtility(view=view), SYSTEM)

    def register(self, **changes: Any) -> RegistrationReceipt:
        """Nora registers her firm."""
        return self.ask(registration(**changes))

    def registered(self, **changes: Any) -> RegistrationReceipt:
        """And proves her mobile and her address."""
        request = registration(**changes)
        receipt = self.ask(request)
        self.ask(
            ProveMobile(
                registration_id=receipt.registration_id, code=self.code(request.admin.mobile)
            )
        )
        return self.ask(
            ProveEmail(
                registration_id=receipt.registration_id, token=self.link(request.admin.email)
            )
        )

    def firm(self, orgnr: str = ORGNR, utility: str = BERGEN, **changes: Any) -> str:
        """A firm known from before; its id."""
        request = ImportFirm(
            utility=utility,
            orgnr=orgnr,
            firm=new_firm(**changes.pop("firm", {})),
            professions=["rorlegger"],
            **changes,
        )
        return self.ask(request, SYSTEM).firm_id

    def person(
        self,
        email: str = NORA,
        *,
        mobile: str | None = NORAS_MOBILE,
        orgnr: str | None = ORGNR,
        utility: str = BERGEN,
        firm_roles: tuple[FirmRole, ...] = ("firm_admin",),
        staff_roles: tuple[StaffRole, ...] = (),
        name: str = "Nora Nordvik",
    ) -> str:
        """A person known from before; their id."""
        request = ImportPerson(
            utility=utility,
            name=name,
            email=email,
            mobile=mobile,
            password=PASSWORD,
            firm_orgnr=orgnr,
            firm_roles=list(firm_roles),
            staff_roles=list(staff_roles),
        )
        return self.ask(request, SYSTEM).person_id

    def registrar(self, utility: str = BERGEN) -> Actor:
        """A registrar of the utility, logged in."""
        roles = frozenset({"firm_registrar"})
        return Actor(audience="operator", user_id="registrar", utility=utility, roles=roles)

    def stepped_up_registrar(self, utility: str = BERGEN) -> Actor:
        """A registrar who has just given a factor."""
        email, mobile = f"frida@{utility}.example", "+4799900077"
        self.person(
            email, mobile=mobile, orgnr=None, utility=utility, staff_roles=("firm_registrar",)
        )
        begun = self.begin_login(email, portal="operator")
        opened = self.ask(
            CompleteFactor(attempt=begun.attempt, method="sms", code=self.code(mobile))
        )
        return self.actor(opened, "operator")

    def begin_login(
        self, email: str = NORA, password: str = PASSWORD, portal: Portal = "contractor"
    ) -> LoginStep:
        """The first factor."""
        return self.ask(BeginLogin(email=email, password=password, portal=portal, utility=BERGEN))

    def log_in(
        self, email: str = NORA, mobile: str = NORAS_MOBILE, portal: Portal = "contractor"
    ) -> OpenedSession:
        """Both factors."""
        attempt = self.begin_login(email, portal=portal).attempt
        return self.ask(CompleteFactor(attempt=attempt, method="sms", code=self.code(mobile)))

    def actor(self, opened: OpenedSession, portal: Portal = "contractor") -> Actor:
        """Who the session proves."""
        return self.ask(CheckSession(secret=opened.secret, portal=portal)).actor


def new_firm(**changes: Any) -> NewFirm:
    """Muffe og Kran AS."""
    described: dict[str, Any] = {
        "name": "Muffe og Kran AS",
        "municipality": "Bergen",
        "phone": "55567815",
        "emails": FirmEmails(post="post@muffe.example"),
    }
    return NewFirm(**{**described, **changes})


def registration(**changes: Any) -> RegisterFirm:
    """Nora's request; `admin` and `firm` take changes of their own."""
    admin: dict[str, Any] = {
        "name": "Nora Nordvik",
        "email": NORA,
        "mobile": NORAS_MOBILE,
        "password": PASSWORD,
        **changes.pop("admin", {}),
    }
    asked: dict[str, Any] = {
        "utility": BERGEN,
        "orgnr": ORGNR,
        "firm": new_firm(**changes.pop("firm", {})),
        "professions": ["rorlegger"],
        "admin": NewAdmin(**admin),
        **changes,
    }
    return RegisterFirm(**asked)
