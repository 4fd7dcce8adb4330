"""The catalogue as published: newest for new cases, kept for those begun, never changed."""

from __future__ import annotations

import copy
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.faults import CatalogueInvalid
from services.cases.catalogue.files import read_types
from services.cases.contract.operations.catalogue import (
    ConfigureCatalogue,
    FindOldForm,
    GetCaseType,
    ListCaseTypes,
)
from services.cases.contract.operations.drafts import CreateCase, SubmitCase
from services.cases.contract.operations.rules import SetRules
from services.cases.contract.types.catalogue import OldForm
from services.cases.model import Case
from services.cases.starting import publish_catalogue
from services.cases.store import case_types
from services.chassis import clock
from services.chassis.clock import OSLO
from services.chassis.db.transaction import begin
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import ADMINISTRATOR, BERGEN, CASEWORKER, FIRM, SYSTEM, TRAINING

SHIPPED: int = next(kind["version"] for kind in read_types() if kind["code"] == "RORM")


def _changed(**changes: Any) -> CaseType:
    source = next(source for source in read_types() if source["code"] == "RORM")
    return CaseType({**copy.deepcopy(source), **changes})


def _publish(*types: CaseType) -> int:
    with begin(SYSTEM) as work:
        return case_types.publish(work.session, types, work.now)


def test_anybody_reads_it(desk: Desk) -> None:
    items = desk.ask(ListCaseTypes(utility=BERGEN)).items
    assert [item.code for item in items][:4] == ["RORM", "SAN", "FORH", "PASL-FETT"]
    assert len(items) == 20
    assert all(item.open and item.manual.startswith("/hjelp/") for item in items)
    one = desk.ask(GetCaseType(utility=BERGEN, code="RORM"))
    assert [step.key for step in one.steps] == ["property", "work", "parties", "attachments"]
    assert one.json_schema["properties"]["work_kind"]["enum"][0] == "repair"
    assert desk.refused(GetCaseType(utility=BERGEN, code="NOPE")).code == "NoSuchCaseType"
    assert (
        desk.refused(GetCaseType(utility=BERGEN, code="RORM", version=99)).code == "NoSuchCaseType"
    )


def test_publishing_again_changes_nothing(desk: Desk) -> None:
    with begin(SYSTEM) as work:
        assert publish_catalogue(work) == 0


def test_a_published_version_never_gets_other_content(desk: Desk) -> None:
    with pytest.raises(CatalogueInvalid, match=f"RORM: version: version_taken version {SHIPPED}"):
        _publish(_changed(appeal_weeks=4))


def test_a_case_keeps_the_version_it_began_with(desk: Desk) -> None:
    running = desk.submitted()
    newer = _changed(version=SHIPPED + 1, deadline={"weeks": 8})
    assert _publish(newer) == 1
    kept = GetCaseType(utility=BERGEN, code="RORM", version=SHIPPED)
    assert desk.ask(kept).version == SHIPPED
    assert desk.ask(GetCaseType(utility=BERGEN, code="RORM")).version == SHIPPED + 1
    old, new = desk.look(running), desk.submitted()
    assert (old.type_version, new.type_version) == (SHIPPED, SHIPPED + 1)
    assert old.expected_by is not None
    assert new.expected_by is not None
    assert new.expected_by - old.expected_by > timedelta(weeks=4)


def test_a_type_that_has_closed_takes_no_drafts_and_no_submits(desk: Desk) -> None:
    closes = clock.now() + timedelta(hours=1)
    _publish(_changed(version=SHIPPED + 1, closes_at=closes))
    draft = desk.draft()
    desk.later(hours=2)
    assert desk.refused(CreateCase(type="RORM"), FIRM).code == "TypeNotOpen"
    refusal = desk.refused(SubmitCase(case_id=draft.case_id), FIRM)
    assert (refusal.code, refusal.facts["closes_at"]) == ("TypeNotOpen", closes.isoformat())
    assert not desk.ask(GetCaseType(utility=BERGEN, code="RORM")).open


def test_a_type_that_opens_later_may_be_drafted(desk: Desk) -> None:
    _publish(_changed(version=SHIPPED + 2, opens_at=clock.now() + timedelta(hours=1)))
    draft = desk.draft()
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "TypeNotOpen"
    desk.later(hours=2)
    assert desk.ask(SubmitCase(case_id=draft.case_id), FIRM).status == "received"


@pytest.mark.parametrize("code", ["PASL-OLJE", "PASL-FETT"])
def test_a_form_moves_into_the_portal_at_an_instant(desk: Desk, code: str) -> None:
    """«Vil fra mars kun bli å finne i portalen»: professional firms alone, from 13 March 2023."""
    march = datetime(2023, 3, 13, 7, tzinfo=OSLO)
    desk.at(march - timedelta(days=30))
    source = next(source for source in read_types() if source["code"] == code)
    _publish(CaseType({**copy.deepcopy(source), "version": 9, "opens_at": march.isoformat()}))
    shown = desk.ask(GetCaseType(utility=BERGEN, code=code))
    assert (shown.open, shown.opens_at, shown.private) == (False, march, False)
    draft = desk.draft(code)
    desk.at(march - timedelta(seconds=1))
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "TypeNotOpen"
    desk.at(march)
    assert desk.ask(GetCaseType(utility=BERGEN, code=code)).open
    assert desk.ask(SubmitCase(case_id=draft.case_id), FIRM).status == "received"
    nobody = FIRM.model_copy(update={"professions": frozenset()})
    assert desk.refused(CreateCase(type=code), nobody).code == "NotForYourProfession"


def test_nothing_is_sent_in_before_the_utility_goes_live(desk: Desk) -> None:
    live = clock.now() + timedelta(hours=1)
    desk.ask(SetRules(opens_at=live), ADMINISTRATOR)
    shown = desk.ask(ListCaseTypes(utility=BERGEN))
    assert shown.opens_at == live
    assert {item.opens_at for item in shown.items} == {live}
    assert not any(item.open for item in shown.items)
    assert all(item.open for item in desk.ask(ListCaseTypes(utility=TRAINING)).items)
    draft = desk.draft()
    refusal = desk.refused(SubmitCase(case_id=draft.case_id), FIRM)
    assert refusal.code == "UtilityNotOpen"
    desk.later(hours=1, seconds=1)
    assert desk.ask(SubmitCase(case_id=draft.case_id), FIRM).status == "received"


def test_an_old_form_leads_to_its_type(desk: Desk) -> None:
    own = [OldForm(address="BK446", code="MIDL")]
    desk.ask(ConfigureCatalogue(utility=BERGEN, old_forms=own), ADMINISTRATOR)
    assert desk.ask(FindOldForm(utility=BERGEN, address="bk446")).code == "MIDL"
    assert desk.ask(FindOldForm(utility=BERGEN, address="sanitaermelding")).code == "RORM"
    hits = desk.ask(ListCaseTypes(utility=BERGEN, q="BK446")).items
    assert [item.code for item in hits] == ["MIDL"]
    elsewhere = FindOldForm(utility=TRAINING, address="BK446")
    assert desk.refused(elsewhere).code == "NoSuchCaseType"


def test_only_an_administrator_says_where_forms_are_and_never_for_another(desk: Desk) -> None:
    request = ConfigureCatalogue(utility=TRAINING, old_forms=[OldForm(address="BK1", code="SAN")])
    assert desk.refused(request, CASEWORKER).code == "RoleMissing"
    nowhere = ConfigureCatalogue(utility=BERGEN, old_forms=[OldForm(address="x", code="NOPE")])
    assert desk.refused(nowhere, ADMINISTRATOR).code == "NoSuchCaseType"
    desk.ask(request, ADMINISTRATOR)
    assert desk.refused(FindOldForm(utility=TRAINING, address="BK1")).code == "NoSuchCaseType"
    assert desk.ask(FindOldForm(utility=BERGEN, address="BK1")).code == "SAN"


def test_the_database_refuses_a_status_without_its_history(desk: Desk) -> None:
    case = desk.draft()
    with pytest.raises(DBAPIError, match="fk_case_history"):
        _approve_by_hand(case.case_id)


def _approve_by_hand(case_id: str) -> None:
    with begin(SYSTEM) as work:
        work.session.get_one(Case, case_id).status = "approved"
