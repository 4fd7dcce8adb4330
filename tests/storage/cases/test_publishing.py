"""An administrator publishes a new version of a type: checked, compared, scheduled, kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from services.cases.catalogue.files import read_types
from services.cases.contract.operations.catalogue import GetCaseType, ListCaseTypes
from services.cases.contract.operations.drafts import CreateCase, ListDraftVersions, SubmitCase
from services.cases.contract.operations.publishing import (
    CheckTypeVersion,
    GetTypeSource,
    ListTypeVersions,
    PublishTypeVersion,
    RenewDraft,
)
from services.chassis import clock
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import (
    ADMINISTRATOR,
    BERGEN,
    CASEWORKER,
    COLLEAGUE,
    FIRM,
    READER,
    TRAINING,
)

ROOT = Path(__file__).parents[3]
SHIPPED: int = next(kind["version"] for kind in read_types() if kind["code"] == "RORM")
ELSEWHERE = ADMINISTRATOR.model_copy(update={"utility": TRAINING})
ASKING = f"""
import sys
from services.cases import operations
from services.cases.catalogue.files import read_types
from services.cases.contract.operations.catalogue import GetCaseType
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor

for _ in sys.stdin:
    with begin(Actor()) as work:
        asked = GetCaseType(utility="{BERGEN}", code="RORM")
        print(operations.get_case_type(asked, work).version, flush=True)
"""


def _source(desk: Desk, code: str = "RORM", **changes: object) -> str:
    """The next version as an administrator writes it."""
    taken = desk.ask(GetTypeSource(code=code), ADMINISTRATOR)
    content = {**yaml.safe_load(taken.source), **changes}
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def _without(source: str, *fields: str) -> str:
    content = yaml.safe_load(source)
    for step in content["steps"]:
        step["fields"] = [field for field in step["fields"] if field["name"] not in fields]
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


def _version(desk: Desk, utility: str = BERGEN) -> int:
    return desk.ask(GetCaseType(utility=utility, code="RORM")).version


def test_a_version_is_published_and_new_cases_begin_with_it(desk: Desk) -> None:
    running = desk.submitted()
    row = desk.ask(PublishTypeVersion(source=_source(desk, appeal_weeks=5)), ADMINISTRATOR)
    assert (row.version, row.own, row.state) == (1001, True, "current")
    assert row.published_by == ADMINISTRATOR.name
    assert _version(desk) == 1001
    assert desk.submitted().type_version == 1001
    assert desk.look(running).type_version == SHIPPED, "a running case keeps its own"
    assert desk.ask(GetTypeSource(code="RORM"), ADMINISTRATOR).next_version == 1002


def test_it_holds_for_its_own_utility_alone(desk: Desk) -> None:
    desk.ask(PublishTypeVersion(source=_source(desk)), ADMINISTRATOR)
    assert (_version(desk), _version(desk, TRAINING)) == (1001, SHIPPED)
    hidden = GetCaseType(utility=TRAINING, code="RORM", version=1001)
    assert desk.refused(hidden).code == "NoSuchCaseType"
    listed = desk.ask(ListTypeVersions(), ELSEWHERE).items
    assert [row.version for row in listed if row.code == "RORM"] == [SHIPPED]
    theirs = desk.ask(GetTypeSource(code="RORM"), ELSEWHERE)
    assert theirs.next_version == 1002, "a number is never given twice"


def test_a_scheduled_version_waits_for_its_instant(desk: Desk) -> None:
    begins = clock.now() + timedelta(days=2)
    asked = PublishTypeVersion(source=_source(desk), valid_from=begins)
    assert desk.ask(asked, ADMINISTRATOR).state == "scheduled"
    assert _version(desk) == SHIPPED
    states = {
        row.version: row.state
        for row in desk.ask(ListTypeVersions(), ADMINISTRATOR).items
        if row.code == "RORM"
    }
    assert states == {1001: "scheduled", SHIPPED: "current"}
    desk.later(days=2, seconds=1)
    assert _version(desk) == 1001


def test_a_new_type_is_added_without_a_deploy(desk: Desk) -> None:
    source = _source(desk, "DISP").replace("code: DISP", "code: NYTYPE", 1)
    report = desk.ask(CheckTypeVersion(source=source), ADMINISTRATOR)
    assert (report.faults, report.compared_with, report.changes) == ([], None, [])
    desk.ask(PublishTypeVersion(source=source), ADMINISTRATOR)
    codes = [item.code for item in desk.ask(ListCaseTypes(utility=BERGEN)).items]
    assert "NYTYPE" in codes
    assert desk.ask(CreateCase(type="NYTYPE"), FIRM).type_version == 1001


def test_what_it_means_is_shown_before_it_is_published(desk: Desk) -> None:
    desk.draft()
    changed = _without(_source(desk, deadline={"weeks": 6}), "photos")
    report = desk.ask(CheckTypeVersion(source=changed), ADMINISTRATOR)
    assert (report.faults, report.version, report.compared_with) == ([], 1001, SHIPPED)
    kinds = {(change.kind, change.field) for change in report.changes}
    assert kinds == {("field_removed", "photos"), ("terms_changed", "deadline")}
    assert report.preview is not None
    assert report.preview.how_long["en"].startswith("Answer within 6 weeks")
    assert report.drafts == 1
    assert _version(desk) == SHIPPED, "nothing was published"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda text: text.replace("type: yes_no", "type: maybe", 1), "wrong_value"),
        (lambda text: text.replace("version: 1001", "version: 9"), "version_reserved"),
        (lambda text: text.replace("work_kind:\n", "no_kind:\n", 1), "no_earlier_field"),
        (lambda text: f"- {text[:4]}", "not_a_mapping"),
        (lambda text: f"{text}\na: {{", "not_yaml"),
    ],
)
def test_nonsense_is_refused_with_its_place(
    desk: Desk, spoil: Callable[[str], str], code: str
) -> None:
    text = spoil(_source(desk))
    faults = desk.ask(CheckTypeVersion(source=text), ADMINISTRATOR).faults
    assert code in {fault.code for fault in faults}
    refusal = desk.refused(PublishTypeVersion(source=text), ADMINISTRATOR)
    assert refusal.code == "CaseTypeInvalid"
    assert f"fault_{code}" in {error.code for error in refusal.errors}
    assert {fault["code"] for fault in refusal.facts["faults"]} == {f.code for f in faults}
    assert _version(desk) == SHIPPED


def test_a_published_version_never_changes_and_numbers_only_grow(desk: Desk) -> None:
    first = _source(desk)
    later = first.replace("version: 1001", "version: 1005")
    desk.ask(PublishTypeVersion(source=later), ADMINISTRATOR)
    again = desk.refused(PublishTypeVersion(source=later), ADMINISTRATOR)
    assert again.errors[0].code == "fault_version_taken"
    other = later.replace("order: 1\n", "order: 2\n")
    assert desk.refused(PublishTypeVersion(source=other), ADMINISTRATOR).code == "CaseTypeInvalid"
    older = desk.refused(PublishTypeVersion(source=first), ADMINISTRATOR)
    assert older.errors[0].code == "fault_version_not_newer"


def test_only_an_administrator_publishes_and_never_for_the_past(desk: Desk) -> None:
    source = _source(desk)
    for request in (
        ListTypeVersions(),
        GetTypeSource(code="RORM"),
        CheckTypeVersion(source=source),
        PublishTypeVersion(source=source),
    ):
        assert desk.refused(request, CASEWORKER).code == "RoleMissing"
    past = PublishTypeVersion(source=source, valid_from=clock.now() - timedelta(minutes=1))
    refusal = desk.refused(past, ADMINISTRATOR)
    assert (refusal.code, refusal.errors[0].field) == ("InstantPassed", "valid_from")


def test_whoever_opens_a_draft_is_told_what_changed_and_may_take_it_over(desk: Desk) -> None:
    draft = desk.draft(own_reference="A-1")
    assert draft.newer is None
    desk.ask(PublishTypeVersion(source=_without(_source(desk), "own_reference")), ADMINISTRATOR)
    told = desk.look(draft, COLLEAGUE).newer
    assert told is not None
    assert (told.version, [change.kind for change in told.changes]) == (1001, ["field_removed"])
    assert [label["nb"] for label in told.dropped] == ["Deres referanse"]
    assert desk.refused(RenewDraft(case_id=draft.case_id), READER).code == "RoleMissing"
    stale = RenewDraft(case_id=draft.case_id, version=draft.version - 1)
    assert desk.refused(stale, FIRM).code == "StaleVersion"
    renewed = desk.ask(RenewDraft(case_id=draft.case_id, version=draft.version), FIRM)
    assert (renewed.type_version, renewed.newer) == (1001, None)
    assert "own_reference" not in renewed.values
    assert renewed.values["description"] == draft.values["description"]
    kept = desk.ask(ListDraftVersions(case_id=draft.case_id), FIRM).items
    assert kept, "what was dropped can be found again"
    assert desk.ask(SubmitCase(case_id=draft.case_id), FIRM).status == "received"
    assert desk.refused(RenewDraft(case_id=draft.case_id), FIRM).code == "ActionNotOpen"


@pytest.mark.parametrize(
    "changes", [{"appeal_weeks": 6}, {"professions": ["rorlegger", "entreprenor"]}]
)
def test_a_draft_is_taken_over_before_it_is_sent_in_when_the_type_asks_otherwise(
    desk: Desk, changes: dict[str, object]
) -> None:
    running, draft = desk.submitted(), desk.draft()
    desk.ask(PublishTypeVersion(source=_source(desk, **changes)), ADMINISTRATOR)
    told = desk.look(draft)
    assert told.newer is not None
    assert told.newer.binding
    assert reasons(told)["submit"] == "draft_outdated"
    refusal = desk.refused(SubmitCase(case_id=draft.case_id), FIRM)
    assert (refusal.code, refusal.facts) == ("DraftOutdated", {"version": 1001})
    desk.ask(RenewDraft(case_id=draft.case_id), FIRM)
    sent = desk.ask(SubmitCase(case_id=draft.case_id), FIRM)
    assert (sent.status, sent.type_version, sent.newer) == ("received", 1001, None)
    assert desk.look(running).type_version == SHIPPED, "what was sent in keeps its own"


def test_a_draft_is_sent_in_as_it_began_when_only_words_changed(desk: Desk) -> None:
    draft = desk.draft()
    words = {"nb": "Rørleggermelding 2", "nn": "Røyrleggjarmelding 2", "en": "Plumbing notice 2"}
    source = _source(desk, title=words, keywords=["lekk"])
    desk.ask(PublishTypeVersion(source=source), ADMINISTRATOR)
    told = desk.look(draft)
    assert told.newer is not None
    assert not told.newer.binding
    sent = desk.ask(SubmitCase(case_id=draft.case_id), FIRM)
    assert (sent.status, sent.type_version, sent.newer) == ("received", SHIPPED, None)


def test_a_version_that_is_only_planned_holds_up_no_draft(desk: Desk) -> None:
    draft = desk.draft()
    begins = clock.now() + timedelta(days=2)
    asked = PublishTypeVersion(source=_source(desk, appeal_weeks=6), valid_from=begins)
    desk.ask(asked, ADMINISTRATOR)
    assert reasons(desk.look(draft))["submit"] is None
    desk.later(days=2, seconds=1)
    assert desk.refused(SubmitCase(case_id=draft.case_id), FIRM).code == "DraftOutdated"


def test_another_process_begins_with_it_without_a_restart(desk: Desk) -> None:
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", ASKING],
        cwd=ROOT,
        env=os.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as other:
        assert _asked(other) == SHIPPED
        desk.ask(PublishTypeVersion(source=_source(desk)), ADMINISTRATOR)
        assert _asked(other) == 1001


def _asked(other: subprocess.Popen[str]) -> int:
    """What the other process says the current version is."""
    assert other.stdin is not None
    assert other.stdout is not None
    other.stdin.write("which?\n")
    other.stdin.flush()
    return int(other.stdout.readline())
