"""What people do with cases, as operations against the database, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from pydantic import BaseModel
from sqlalchemy import select

from services.cases import operations, reactions, sweeps
from services.cases.contract.operations.decisions import DecideCase, ProposeDecision
from services.cases.contract.operations.deficiencies import RequestInformation
from services.cases.contract.operations.drafts import CreateCase, SaveForm, SubmitCase
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import MissingItem
from services.cases.contract.types.words import Outcome
from services.chassis import clock
from services.chassis.db.tables import Outbox
from services.chassis.db.transaction import begin
from services.chassis.ids import new_id
from services.chassis.messages import Actor, Event, Refusal, Request
from services.documents.contract.events import DocumentRejected, DocumentUploaded
from tests.storage.cases.complete_forms import COMPLETE
from tests.storage.cases.people import APPROVER, CASEWORKER, FIRM, SYSTEM

Reply = TypeVar("Reply", bound=BaseModel)
ATTACHED = ("pdf", "jpg")


@dataclass
class Desk:
    """Asks cases, tells it what other services say, and moves the clock."""

    monkeypatch: pytest.MonkeyPatch

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

    def hear(self, event: Event, actor: Actor = SYSTEM) -> None:
        """The reaction to an event of another service."""
        name = f"on_{event.type_name().partition('.')[0]}"
        with begin(actor) as work:
            getattr(reactions, name)(event, work)

    def sweep(self) -> int:
        """One round of telling freezes."""
        with begin(Actor.system("cases")) as work:
            return sweeps.announce_freezes(work)

    def swept(self, name: str) -> int:
        """One round of the sweep of that name."""
        with begin(Actor.system("cases")) as work:
            handled: int = getattr(sweeps, name)(work)
        return handled

    def sweep_all(self) -> None:
        """One round of every sweep that moves cases that were sent in."""
        for name in ("remind_of_letters", "give_interim_answers", "lapse_approvals"):
            self.swept(name)

    def told(self, kind: str = "") -> list[dict[str, Any]]:
        """What was told, oldest first, each with its type."""
        with begin(SYSTEM) as work:
            rows = work.session.scalars(select(Outbox).order_by(Outbox.sequence)).all()
            return [{"told": row.type, **row.data} for row in rows if row.type.startswith(kind)]

    def at(self, instant: datetime) -> None:
        """It is that instant now."""
        away = instant.astimezone(UTC) - datetime.now(UTC)
        self.monkeypatch.setenv("ENVIRONMENT", "sandbox")
        self.monkeypatch.setenv("CLOCK_OFFSET", str(away.total_seconds()))

    def later(self, **time: float) -> None:
        """Time passes."""
        self.at(clock.now() + timedelta(**time))

    def draft(self, kind: str = "RORM", actor: Actor = FIRM, **changes: Any) -> CaseView:
        """A complete draft with its files uploaded; changes replace answers, None removes them."""
        case = self.ask(CreateCase(type=kind, title="Storgata"), actor)
        values = {**COMPLETE[kind], **changes}
        for name, value in values.items():
            if isinstance(value, list) and str(value[0]).endswith(ATTACHED):
                values[name] = [self.uploaded(case, filename) for filename in value]
        return self.ask(SaveForm(case_id=case.case_id, version=case.version, values=values), actor)

    def uploaded(self, case: CaseView, filename: str = "kart.pdf", kind: str = "ANNET") -> str:
        """The id of a new file of the case, not yet inspected."""
        document_id = new_id()
        self.hear(
            DocumentUploaded(
                case_id=case.case_id,
                document_id=document_id,
                filename=filename,
                kind=kind,
                size=1000,
            )
        )
        return document_id

    def rejected(self, case: CaseView, document_id: str) -> None:
        """Inspection finds that the file cannot be used."""
        self.hear(
            DocumentRejected(
                case_id=case.case_id,
                document_id=document_id,
                filename="kart.pdf",
                kind="LEDNINGSKART",
                reason="encrypted",
            )
        )

    def submitted(self, kind: str = "RORM", actor: Actor = FIRM, **changes: Any) -> CaseView:
        """A case that was sent in."""
        return self.ask(SubmitCase(case_id=self.draft(kind, actor, **changes).case_id), actor)

    def assigned(self, kind: str = "RORM", actor: Actor = FIRM, **changes: Any) -> CaseView:
        """A case somebody handles."""
        case = self.submitted(kind, actor, **changes)
        return self.ask(AssignCase(case_id=case.case_id), CASEWORKER)

    def assigned_elsewhere(self, firm: Actor, staff: Actor) -> CaseView:
        """A notice somebody handles at another utility."""
        case = self.submitted("RORM", firm)
        return self.ask(AssignCase(case_id=case.case_id), staff)

    def asked(self, *texts: str, severity: Any = "minor", due_on: date | None = None) -> CaseView:
        """A case with a deficiency letter."""
        case = self.assigned()
        return self.ask(
            RequestInformation(
                case_id=case.case_id,
                missing=[MissingItem(text=text) for text in texts or ("Mangler kart",)],
                due_on=due_on or clock.today() + timedelta(weeks=3),
                severity=severity,
            ),
            CASEWORKER,
        )

    def decided(self, kind: str = "RORM", outcome: Outcome = "refused") -> CaseView:
        """A case that was decided by two."""
        case = self.assigned(kind)
        conditions = ["Meld fra"] if outcome == "approved_with_conditions" else []
        propose = ProposeDecision(
            case_id=case.case_id, outcome=outcome, conditions=conditions, text="Vurdert"
        )
        self.ask(propose, CASEWORKER)
        return self.ask(DecideCase(case_id=case.case_id), APPROVER)

    def look(self, case: CaseView, actor: Actor = FIRM) -> CaseView:
        """The case page."""
        return self.ask(GetCase(case_id=case.case_id), actor)


def reasons(case: CaseView) -> dict[str, str | None]:
    """Each action and why it is closed; None when it is open."""
    return {action.name: action.reason for action in case.actions}
