"""Who may apply can depend on what the firm has proven."""

from __future__ import annotations

import copy

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.operations.drafts import SubmitCase
from services.cases.store import case_types
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import BERGEN, FIRM, SYSTEM

NEEDS = ["adk1", ["svennebrev_rorlegger", "fagbrev_vei_og_anlegg"]]


@pytest.fixture
def asking(desk: Desk) -> Desk:
    """The next version of the plumber's notice asks for proof."""
    with begin(SYSTEM) as work:
        source = copy.deepcopy(case_types.newest(work.session, BERGEN, "RORM", work.now).source)
        source |= {"version": source["version"] + 1, "qualifications": NEEDS}
        case_types.publish(work.session, [CaseType(source)], work.now)
    return desk


def holding(*codes: str) -> Actor:
    """The firm with these proven."""
    return FIRM.model_copy(update={"qualifications": frozenset(codes)})


def test_a_firm_without_the_proof_drafts_and_is_told_what_it_lacks(asking: Desk) -> None:
    draft = asking.draft()
    assert reasons(draft)["submit"] == "qualification_missing"
    refusal = asking.refused(SubmitCase(case_id=draft.case_id), FIRM)
    assert (refusal.code, refusal.facts) == ("QualificationMissing", {"needs": NEEDS})
    half = asking.refused(SubmitCase(case_id=draft.case_id), holding("adk1"))
    assert half.facts == {"needs": NEEDS[1:]}


def test_one_of_the_alternatives_is_enough(asking: Desk) -> None:
    draft = asking.draft()
    proven = holding("adk1", "fagbrev_vei_og_anlegg")
    assert asking.ask(SubmitCase(case_id=draft.case_id), proven).status == "received"


def test_a_type_that_asks_for_nothing_is_published_as_it_always_was(desk: Desk) -> None:
    del desk
    with begin(SYSTEM) as work:
        kind = case_types.newest(work.session, BERGEN, "FORH", work.now)
    assert "qualifications" not in kind.source
    assert kind.definition.qualifications == []
