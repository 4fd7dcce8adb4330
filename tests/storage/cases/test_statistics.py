"""Which requirement firms misunderstand: counted per type and form step."""

from __future__ import annotations

from datetime import timedelta

from services.cases.contract.operations.deficiencies import (
    GetDeficiencyStatistics,
    RequestInformation,
)
from services.cases.contract.operations.drafts import WithdrawCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import MissingItem
from services.chassis import clock
from services.chassis.messages import Actor
from services.identity.contract.events.utilities import UtilityConfigured
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import (
    BERGEN,
    CASEWORKER,
    EDITOR,
    ELSEWHERE,
    FIRM,
    OTHER_STAFF,
    TRAINING,
)

MAP = MissingItem(
    code="missing_document", reason="outdated", text="Kartet er gammelt", target="pipe_map"
)
WHOLE = MissingItem(code="clarify", reason="incomplete", text="Forklar hva som skal gjøres")


def _asked(desk: Desk, kind: str, *items: MissingItem) -> CaseView:
    case = desk.assigned(kind)
    return desk.ask(RequestInformation(case_id=case.case_id, missing=list(items)), CASEWORKER)


def _counted(desk: Desk, actor: Actor = CASEWORKER, **asked: object) -> list[tuple[object, ...]]:
    counted = desk.ask(GetDeficiencyStatistics.model_validate(asked), actor)
    return [(r.type, r.step, r.code, r.reason, r.items, r.cases) for r in counted.items]


def test_items_are_counted_per_type_and_step_with_their_reason(desk: Desk) -> None:
    _asked(desk, "RORM", MAP, WHOLE)
    _asked(desk, "RORM", MAP, MAP)
    withdrawn = _asked(desk, "FORH", MAP)
    desk.ask(WithdrawCase(case_id=withdrawn.case_id), FIRM)
    desk.submitted("RORM")
    rows = [
        ("RORM", "attachments", "missing_document", "outdated", 3, 2),
        ("RORM", "", "clarify", "incomplete", 1, 1),
    ]
    assert _counted(desk) == rows, "the cancelled item of the withdrawn case is out of counts"
    assert _counted(desk, type="FORH") == []
    whole = desk.ask(GetDeficiencyStatistics(), CASEWORKER)
    assert (whole.cases_received, whole.cases_asked) == (4, 3)
    assert whole.items[0].type_title["nb"] == "Rørleggermelding"


def test_a_period_holds_both_its_days_and_makes_sense(desk: Desk) -> None:
    _asked(desk, "RORM", MAP)
    today = clock.today()
    assert len(_counted(desk, since=today, until=today)) == 1
    yesterday = today - timedelta(days=1)
    assert _counted(desk, since=yesterday, until=yesterday) == []
    for since, until in ((today, yesterday), (today - timedelta(days=9000), today)):
        wrong = GetDeficiencyStatistics(since=since, until=until)
        assert desk.refused(wrong, CASEWORKER).code == "InvalidRequest"
    assert desk.refused(GetDeficiencyStatistics(), EDITOR).code == "RoleMissing"


def test_a_utility_for_training_counts_nothing_and_is_in_nobody_elses_count(desk: Desk) -> None:
    configured = UtilityConfigured(
        utility_id=TRAINING,
        name="Øvingsvann",
        short_name="Øving",
        duty_phone="+4712345678",
        training=True,
    )
    desk.hear(configured)
    desk.hear(configured.model_copy(update={"utility_id": BERGEN, "training": False}))
    case = desk.ask(
        RequestInformation(
            case_id=desk.assigned_elsewhere(ELSEWHERE, OTHER_STAFF).case_id, missing=[MAP]
        ),
        OTHER_STAFF,
    )
    assert case.status == "information_requested"
    counted = desk.ask(GetDeficiencyStatistics(), OTHER_STAFF)
    assert (counted.training, counted.cases_received, counted.items) == (True, 0, [])
    assert _counted(desk) == []
