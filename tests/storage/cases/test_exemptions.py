"""A freeze lets single firms and cases through (R52), and firms are reminded before it (R67).

The dates are the source text's: Friday 24 February 2023 until Monday 13 March 2023.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from services.cases.contract.operations.deficiencies import RequestInformation, SupplementCase
from services.cases.contract.operations.drafts import SubmitCase
from services.cases.contract.operations.exemptions import GrantExemption, RevokeExemption
from services.cases.contract.operations.freezes import ListFreezes, MoveFreeze, PlanFreeze
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.cases.contract.types.freezes import FreezeView
from services.chassis.clock import OSLO
from services.chassis.db.tables import Audit
from services.chassis.db.transaction import begin
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    ADMINISTRATOR,
    APPROVER,
    CASEWORKER,
    FIRM,
    SYSTEM,
    TRAINING,
)
from tests.storage.cases.test_parties import ORGNR, PRO, know

STARTS = datetime(2023, 2, 24, tzinfo=OSLO)
ENDS = datetime(2023, 3, 13, tzinfo=OSLO)
MOMENT = timedelta(seconds=1)
ZONE = CASEWORKER.model_copy(update={"user_id": "sone", "roles": frozenset({"zone_operator"})})


@pytest.fixture
def frozen(desk: Desk) -> FreezeView:
    """Planned on 26 January, when the first post told of it."""
    desk.at(datetime(2023, 1, 26, 12, tzinfo=OSLO))
    know(desk, "muffe", FIRM.firm_orgnr, name="Muffe Rør AS", professions=["rorlegger"])
    return desk.ask(
        PlanFreeze(
            starts_at=STARTS,
            ends_at=ENDS,
            blocks=["new_cases", "supplements"],
            reason={"nb": "Ny portal", "nn": "Ny portal", "en": "New portal"},
        ),
        ADMINISTRATOR,
    )


def exempt(frozen: FreezeView, **whom: Any) -> GrantExemption:
    return GrantExemption(freeze_id=frozen.freeze_id, reason="Avtalt med sonen", **whom)


def answer(case: CaseView) -> SupplementCase:
    item = case.deficiencies[0].items[0].item_id
    return SupplementCase(case_id=case.case_id, answers=[Answer(item_id=item, text="Her")])


def test_one_case_goes_through_and_no_other(desk: Desk, frozen: FreezeView) -> None:
    one, other = desk.asked("Kart"), desk.asked("Kart")
    desk.at(STARTS)
    assert desk.refused(answer(one), FIRM).code == "IntakeFrozen"
    given = desk.ask(exempt(frozen, number=one.number), ZONE)
    assert (given.case and given.case.number, given.ends_at) == (one.number, ENDS)
    (shown,) = desk.look(one).exemptions
    assert (shown.reason, shown.granted_by.name) == ("Avtalt med sonen", "Signe Saker")
    assert desk.look(other).exemptions == []
    assert desk.ask(answer(one), FIRM).status == "supplemented"
    assert desk.refused(answer(other), FIRM).code == "IntakeFrozen"
    (told,) = desk.told("exemption_granted")
    assert (told["firm_id"], told["case"]["case_id"]) == ("muffe", one.case_id)
    with begin(SYSTEM) as work:
        chain = f"exemption:{given.exemption_id}"
        entry = work.session.scalars(select(Audit).where(Audit.chain == chain)).one()
        assert (entry.tag, entry.actor["user_id"]) == ("exemption_granted.v1", "sone")
        assert entry.facts["reason"] == "Avtalt med sonen"


def test_one_firm_goes_through_until_the_exemption_ends(desk: Desk, frozen: FreezeView) -> None:
    first, second = desk.draft(), desk.draft()
    foreign = desk.draft(actor=PRO)
    until = STARTS + timedelta(days=3)
    desk.ask(exempt(frozen, orgnr=FIRM.firm_orgnr, ends_at=until), APPROVER)
    desk.at(until - MOMENT)
    assert desk.ask(SubmitCase(case_id=first.case_id), FIRM).status == "received"
    assert desk.refused(SubmitCase(case_id=foreign.case_id), PRO).code == "IntakeFrozen"
    desk.at(until)
    assert desk.refused(SubmitCase(case_id=second.case_id), FIRM).code == "IntakeFrozen"


def test_an_exemption_taken_back_holds_no_more(desk: Desk, frozen: FreezeView) -> None:
    case = desk.asked("Kart")
    desk.at(STARTS)
    given = desk.ask(exempt(frozen, case_id=case.case_id), ZONE)
    (listed,) = desk.ask(ListFreezes(), CASEWORKER).items
    assert [each.exemption_id for each in listed.exemptions] == [given.exemption_id]
    revoke = RevokeExemption(exemption_id=given.exemption_id)
    assert desk.refused(revoke, CASEWORKER).code == "RoleMissing"
    elsewhere = ZONE.model_copy(update={"utility": TRAINING})
    assert desk.refused(revoke, elsewhere).code == "ExemptionNotFound"
    desk.ask(revoke, ZONE)
    assert desk.refused(answer(case), FIRM).code == "IntakeFrozen"
    assert desk.refused(revoke, ZONE).code == "ExemptionNotFound"
    assert desk.look(case).exemptions == []


def test_an_exemption_goes_with_a_freeze_that_is_cancelled(desk: Desk, frozen: FreezeView) -> None:
    case = desk.asked("Kart")
    desk.ask(exempt(frozen, orgnr=FIRM.firm_orgnr), ZONE)
    assert len(desk.look(case).exemptions) == 1
    desk.ask(MoveFreeze(freeze_id=frozen.freeze_id, cancel=True), ADMINISTRATOR)
    assert desk.look(case).exemptions == [], "nobody is told of an exemption from nothing"
    again = PlanFreeze(**frozen.model_dump(include={"starts_at", "ends_at", "blocks", "reason"}))
    desk.ask(again, ADMINISTRATOR)
    desk.at(STARTS)
    assert desk.refused(answer(case), FIRM).code == "IntakeFrozen", "it was given for the other one"


def test_not_everybody_and_not_for_everything(desk: Desk, frozen: FreezeView) -> None:
    case = desk.assigned()
    ask = exempt(frozen, case_id=case.case_id)
    for nobody in (CASEWORKER, ADMINISTRATOR):
        assert desk.refused(ask, nobody).code == "RoleMissing"
    elsewhere = ZONE.model_copy(update={"utility": TRAINING})
    assert desk.refused(ask, elsewhere).code == "FreezeNotFound"
    both = exempt(frozen, case_id=case.case_id, orgnr=ORGNR)
    for wrong in (both, exempt(frozen)):
        assert desk.refused(wrong, ZONE).errors[0].code == "one_of_firm_and_case"
    assert desk.refused(exempt(frozen, orgnr=ORGNR), ZONE).code == "FirmCannotTakePart"
    assert desk.refused(exempt(frozen, number="VA-2023-999999"), ZONE).code == "CaseNotFound"
    for outside in (STARTS, ENDS + MOMENT):
        late = exempt(frozen, case_id=case.case_id, ends_at=outside)
        assert desk.refused(late, ZONE).code == "BadInterval"
    desk.ask(MoveFreeze(freeze_id=frozen.freeze_id, cancel=True), ADMINISTRATOR)
    assert desk.refused(ask, ZONE).code == "ActionNotOpen"


def test_firms_with_something_outstanding_are_reminded_once(desk: Desk, frozen: FreezeView) -> None:
    answered, waiting = desk.asked("Kart"), desk.asked("Mål", due_on=date(2023, 3, 1))
    desk.at(STARTS - timedelta(days=7) - MOMENT)
    assert desk.swept("remind_before_freezes") == 0
    desk.ask(answer(answered), FIRM)
    desk.at(STARTS - timedelta(days=7))
    assert desk.swept("remind_before_freezes") == 1
    assert desk.swept("remind_before_freezes") == 0
    (told,) = desk.told("freeze_comes_up")
    assert (told["case_id"], told["status"]) == (waiting.case_id, "information_requested")
    assert datetime.fromisoformat(told["starts_at"]) == STARTS
    late = desk.asked("Bilde")
    assert desk.swept("remind_before_freezes") == 1, "asked for after the others were reminded"
    assert desk.told("freeze_comes_up")[-1]["case_id"] == late.case_id
    third = desk.assigned()
    desk.at(STARTS)
    ask = RequestInformation(
        case_id=third.case_id, missing=[MissingItem(text="Snitt")], due_on=date(2023, 4, 3)
    )
    desk.ask(ask, CASEWORKER)
    assert desk.swept("remind_before_freezes") == 0, "nothing to be done before it any more"


def test_a_cancelled_freeze_reminds_nobody(desk: Desk, frozen: FreezeView) -> None:
    desk.asked("Kart")
    desk.at(STARTS - timedelta(days=1))
    desk.ask(MoveFreeze(freeze_id=frozen.freeze_id, cancel=True), ADMINISTRATOR)
    assert desk.swept("remind_before_freezes") == 0
