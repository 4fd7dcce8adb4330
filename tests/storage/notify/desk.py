"""What notify hears and is asked, with a telephone and a post office that answer as told."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from pydantic import BaseModel
from sqlalchemy import select, text

from services.chassis import clock
from services.chassis.db.tables import Outbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, Envelope, Event, Refusal, Request
from services.chassis.seal import seal
from services.identity.contract.events.people import PersonChanged
from services.identity.contract.events.secrets import CodeIssued
from services.identity.contract.events.utilities import UtilityConfigured
from services.notify.deliveries import lanes
from services.notify.domain.outcome import Accepted, Found, NeverSeen, Outcome
from services.notify.messages import Mail
from services.notify.model import Attempt, Delivery

Reply = TypeVar("Reply", bound=BaseModel)
UTILITY, OTHER_UTILITY = "eksempel", "ovingsvann"
NORA, NORAS_MOBILE, NORAS_EMAIL = "nora", "+4799900001", "nora@muffe.example"
CODE = "824615"
SYSTEM = Actor.system("notify")


def staff(*roles: str, utility: str = UTILITY) -> Actor:
    """A member of the utility's staff."""
    return Actor(
        audience="operator",
        user_id="vakt",
        name="Vera Vakt",
        utility=utility,
        roles=frozenset(roles),
    )


@dataclass
class Telephone:
    """Answers with what is planned, else accepts. `mailbox` is what the provider has kept."""

    planned: list[Outcome] = field(default_factory=list)
    rings: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    kept: list[tuple[str, str, str, str]] = field(default_factory=list)
    """Name, number, words and status of messages a look-up finds."""
    looked_up: int = 0
    about: list[str] = field(default_factory=list)
    """The delivery each request's callback would name."""

    def text(self, to: str, body: str, delivery_id: str = "") -> Outcome:
        """A text message."""
        self.texts.append((to, body))
        self.about.append(delivery_id)
        return self._answer("SM")

    def ring(self, to: str, reference: str, delivery_id: str = "") -> Outcome:
        """A call."""
        self.rings.append((to, reference))
        self.about.append(delivery_id)
        return self._answer("CA")

    def status_of(self, provider_id: str) -> Found:
        """A look-up by name."""
        self.looked_up += 1
        for name, _, _, status in self.kept:
            if name == provider_id:
                return Accepted(name, status)
        return NeverSeen()

    def find(self, to: str, body: str, known: frozenset[str]) -> Found:
        """A look-up by words."""
        self.looked_up += 1
        for name, number, words, status in self.kept:
            if number == to and words == body and name not in known:
                return Accepted(name, status)
        return NeverSeen()

    def _answer(self, kind: str) -> Outcome:
        return self.planned.pop(0) if self.planned else Accepted(f"{kind}{uuid4().hex}")


@dataclass
class PostOffice:
    """Answers with what is planned, else accepts."""

    planned: list[Outcome] = field(default_factory=list)
    mails: list[tuple[str, Mail]] = field(default_factory=list)
    envelopes: list[tuple[str, str]] = field(default_factory=list)
    """Delivery and sender of each."""

    def send(self, to: str, mail: Mail, *, delivery_id: str, sender: str) -> Outcome:
        """An e-mail."""
        self.mails.append((to, mail))
        self.envelopes.append((delivery_id, sender))
        return self.planned.pop(0) if self.planned else Accepted("", "sent")


@dataclass
class Desk:
    """Asks notify, tells it what happened elsewhere, and lets time pass."""

    monkeypatch: pytest.MonkeyPatch
    telephone: Telephone
    post: PostOffice
    passed: float = 0.0
    sequence: int = 0

    def ask(self, request: Request[Reply], actor: Actor | None = None) -> Reply:
        """Run the operation in its transaction."""
        name = request.operation()
        operation = getattr(importlib.import_module(f"services.notify.operations.{name}"), name)
        with begin(actor or Actor()) as work:
            reply: Reply = operation(request, work)
        return reply

    def refused(self, request: Request[Any], actor: Actor | None = None) -> str:
        """The code of the refusal; fails when the operation does not refuse."""
        with pytest.raises(Refusal) as said:
            self.ask(request, actor)
        return said.value.code

    def told(self, event: Event, *, utility: str = UTILITY) -> Envelope:
        """The event as it travels."""
        self.sequence += 1
        return Envelope(
            id=uuid4().hex,
            type=event.type_name(),
            source=event.told_by(),
            utility=utility,
            aggregate=event.aggregate,
            sequence=self.sequence,
            at=clock.now(),
            actor={},
            trace=uuid4().hex,
            data=event.model_dump(mode="json"),
        )

    def hear(self, event: Event, *, utility: str = UTILITY) -> Envelope:
        """Notify reacts to it."""
        envelope = self.told(event, utility=utility)
        self.react(event, envelope)
        return envelope

    def react(self, event: Event, envelope: Envelope) -> None:
        """Run the reaction in its transaction, as the inbox does."""
        name = f"on_{event.type_name().removesuffix('.v1')}"
        reaction = getattr(importlib.import_module(f"services.notify.reactions.{name}"), name)
        actor = Actor.system("notify", envelope.utility)
        with begin(actor, trace=envelope.trace, cause=envelope) as work:
            reaction(type(event).model_validate(envelope.data), work)

    def deliver(self) -> None:
        """Every lane works until nothing is due."""
        rounds = (lanes.deliver_codes, lanes.deliver_emergencies, lanes.deliver_ordinary)
        while sum(each() for each in rounds):
            continue

    def later(self, **by: float) -> None:
        """Time passes."""
        self.passed += timedelta(**by).total_seconds()
        self.monkeypatch.setenv("ENVIRONMENT", "sandbox")
        self.monkeypatch.setenv("CLOCK_OFFSET", str(self.passed))

    def deliveries(self) -> Sequence[Delivery]:
        """All of them, oldest first."""
        with begin(SYSTEM) as work:
            return work.session.scalars(select(Delivery).order_by(Delivery.id)).all()

    def delivery(self) -> Delivery:
        """The only one."""
        (found,) = self.deliveries()
        return found

    def attempts(self) -> list[str | None]:
        """How each try ended, oldest first."""
        with begin(SYSTEM) as work:
            tried = select(Attempt.outcome).order_by(Attempt.started_at, Attempt.number)
            return list(work.session.scalars(tried))

    def emitted(self, kind: str) -> list[dict[str, Any]]:
        """What notify told of a kind, oldest first."""
        with begin(SYSTEM) as work:
            told = select(Outbox.data).where(Outbox.type == f"{kind}.v1").order_by(Outbox.sequence)
            return list(work.session.scalars(told))

    def everything_kept(self) -> str:
        """Every column of every row of the database, as text."""
        whole = "SELECT database_to_xml(true, false, '')::text"
        with begin(SYSTEM) as work:
            return str(work.session.scalar(text(whole)))

    def know_nora(self, **own: Any) -> None:
        """Identity has told of the utility and of Nora."""
        self.hear(
            UtilityConfigured(
                utility_id=UTILITY,
                name="Eksempel vann og avløp",
                short_name="Eksempel VA",
                duty_phone="+4755567815",
                training=False,
            )
        )
        facts = {
            "person_id": NORA,
            "revision": 1,
            "name": "Nora Muffe",
            "email": NORAS_EMAIL,
            "mobile": NORAS_MOBILE,
            "language": "nb",
            "firm_ids": ["muffe"],
            "staff_of": [],
            "staff_roles": [],
        }
        self.hear(PersonChanged(**{**facts, **own}))


def code_issued(code: str = CODE, *, expires_at: datetime | None = None) -> CodeIssued:
    """Identity wants a login code sent to Nora."""
    return CodeIssued(
        person_id=NORA,
        purpose="login",
        mobile=NORAS_MOBILE,
        sealed_code=seal(code),
        expires_at=expires_at or clock.now() + timedelta(minutes=5),
        language="nb",
    )
