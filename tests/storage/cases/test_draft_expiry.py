"""Drafts nobody writes in are taken away, and never without a warning in good time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from services.cases.contract.operations.drafts import CreateCase, SaveForm, SubmitCase
from services.cases.contract.types.case import CaseView
from services.cases.model import DraftChange
from services.chassis import clock
from services.chassis.db.transaction import begin
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import FIRM, SYSTEM


def _begun(desk: Desk, **values: Any) -> CaseView:
    case = desk.ask(CreateCase(type="RORM"), FIRM)
    return desk.ask(SaveForm(case_id=case.case_id, version=case.version, values=values), FIRM)


def _told(desk: Desk) -> list[str]:
    return [each["told"].partition(".")[0] for each in desk.told("draft_")]


def test_a_warning_after_76_days_and_gone_after_90(desk: Desk) -> None:
    case = _begun(desk, description="Glemt", owner_name="Per Eier")
    desk.later(days=75)
    desk.swept("expire_drafts")
    assert _told(desk) == []
    desk.later(days=1, minutes=1)
    for _ in range(2):
        desk.swept("expire_drafts")
    assert _told(desk) == ["draft_expiring"], "once"
    expires = datetime.fromisoformat(desk.told("draft_expiring")[0]["expires_at"])
    assert timedelta(days=13) < expires - clock.now() <= timedelta(days=14)
    desk.later(days=13)
    desk.swept("expire_drafts")
    assert desk.look(case).status == "draft"
    desk.later(days=1, minutes=1)
    desk.swept("expire_drafts")
    gone = desk.look(case)
    assert (gone.status, gone.values, gone.place) == ("withdrawn", {}, "")
    assert _told(desk) == ["draft_expiring", "draft_expired"]


def test_one_save_begins_the_time_anew(desk: Desk) -> None:
    case = _begun(desk, description="Nesten glemt")
    desk.later(days=80)
    desk.swept("expire_drafts")
    again = SaveForm(case_id=case.case_id, version=case.version + 1, values={"description": "Nei"})
    desk.ask(again, FIRM)
    desk.later(days=75)
    desk.swept("expire_drafts")
    assert desk.look(case).values == {"description": "Nei"}
    assert _told(desk) == ["draft_expiring"]
    desk.later(days=2)
    desk.swept("expire_drafts")
    assert _told(desk) == ["draft_expiring"] * 2


def test_a_sweep_that_was_away_for_months_still_warns_first(desk: Desk) -> None:
    case = _begun(desk, description="Lenge")
    desk.later(days=400)
    for _ in range(3):
        desk.swept("expire_drafts")
    assert desk.look(case).status == "draft"
    desk.later(days=14, minutes=1)
    desk.swept("expire_drafts")
    assert desk.look(case).status == "withdrawn"


def test_working_copies_of_what_was_sent_in_are_erased_and_the_case_stays(desk: Desk) -> None:
    draft = desk.draft()
    desk.ask(SubmitCase(case_id=draft.case_id), FIRM)
    kept = _begun(desk, description="Fortsatt utkast")
    desk.swept("expire_drafts")
    with begin(SYSTEM) as work:
        left = {change.case_id for change in work.session.query(DraftChange)}
    assert left == {kept.case_id}
    assert desk.look(draft).values["description"]
