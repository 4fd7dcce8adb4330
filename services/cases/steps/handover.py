"""A case goes to another firm: itself, or as a new application that continues it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from services.cases import events
from services.cases.contract.events.firms_on_case import FirmChangedOnCase, NewApplicationNeeded
from services.cases.contract.events.life import CaseCreated
from services.cases.contract.types.parties import FirmRef
from services.cases.model import Case, KnownFirm
from services.cases.store import case_parties, case_types, formers, forms, moves
from services.cases.views import case_view, firm_of
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import Actor


def hand_over(work: Work, case: Case, firm: KnownFirm, facts: dict[str, Any]) -> None:
    """The case is the new firm's from this transaction on; the former keeps what it has seen.

    Nobody is its contact until somebody of the new firm takes that.
    """
    former = firm_of(case)
    as_former = Actor(
        audience="contractor",
        firm_id=case.firm_id,
        utility=case.utility,
        roles=frozenset({"reader"}),
    )
    moves.note(work, case, "transfer", {"from": former.name, "to": firm.name, **facts})
    formers.keep(work, case, case_view(replace(work, actor=as_former), case))
    formers.returned(work.session, case, firm.firm_id)
    for party in case_parties.living(work.session, case):
        if party.firm_id == firm.firm_id:
            party.state, party.ended_at = "ended", work.now
    case_parties.settle(work.session, case)
    case.firm_id, case.firm_name, case.firm_orgnr = firm.firm_id, firm.name, firm.orgnr
    case.contact_id = case.contact_name = ""
    work.session.flush()
    work.emit(events.of_case(FirmChangedOnCase, case, former=former, reason=facts["reason"]))


def ask_for_new_application(work: Work, case: Case, firm: KnownFirm, reason: str) -> None:
    """A draft for the new firm with what was answered, less the files; the old case stays."""
    kind = case_types.newest(work.session, case.utility, case.type, work.now)
    draft = Case(
        id=new_id(),
        utility=case.utility,
        type=kind.definition.code,
        type_version=kind.definition.version,
        type_title=kind.definition.title,
        type_text=case.type_text,
        case_class=kind.definition.class_,
        lifecycle=kind.definition.lifecycle,
        title=case.title,
        status="draft",
        ball="firm",
        moves=0,
        version=0,
        firm_id=firm.firm_id,
        firm_name=firm.name,
        firm_orgnr=firm.orgnr,
        contact_id="",
        contact_name="",
        continues=case.id,
        place="",
        property_text="",
        form={},
        origin={},
        created_at=work.now,
        updated_at=work.now,
    )
    kept = {
        name: value
        for name, value in case.form.items()
        if name in kind.fields and kind.fields[name].type != "attachment"
    }
    forms.replace(draft, kind, kind.normalised(kept))
    moves.begin(work, draft)
    work.emit(events.of_case(CaseCreated, draft))
    taken_by = FirmRef(firm_id=firm.firm_id, name=firm.name, orgnr=firm.orgnr)
    facts = {"to": firm.name, "reason": reason, "case_id": draft.id}
    moves.note(work, case, "ask_for_new_application", facts)
    work.emit(
        events.of_case(
            NewApplicationNeeded, case, taken_by=taken_by, new_case_id=draft.id, reason=reason
        )
    )
