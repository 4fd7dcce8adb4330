"""What a contract asks for is done once, exposed, tested, and stands in the service's README."""

from __future__ import annotations

from typing import get_args

import pytest

from services.chassis.messages import snake_case
from services.identity.contract.types.words import FirmRole, StaffRole
from tests.architecture.checks import meanings, readmes
from tests.architecture.checks.sources import ROOT, SERVICES, Source, files, python
from tests.architecture.services_map import (
    events_of,
    exposed_by,
    heard_by,
    loops_of,
    requests_of,
)
from tests.architecture.verdict import none_of

EVERY_SERVICE_HAS = (
    "README.md",
    "__init__.py",
    "contract/__init__.py",
    "contract/errors.py",
    "domain/__init__.py",
    "operations/__init__.py",
    "operations/canary.py",
    "operations/list_parked.py",
    "operations/replay_parked.py",
    "service.py",
    "store/__init__.py",
)
MODULE_OR_PACKAGE = ("model", "views", "contract/events", "contract/operations")
NOT_STORIES = ("tests/architecture", "tests/support", "tests/bench")
"""Tests of the map, and what is no test."""


def stories() -> list[Source]:
    """The tests that tell what the portal does."""
    return [source for source in python("tests") if not source.under(*NOT_STORIES)]


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_has_the_same_skeleton(service: str) -> None:
    home = ROOT / "services" / service
    none_of(f"{service}: no {name}" for name in EVERY_SERVICE_HAS if not (home / name).exists())
    for name in MODULE_OR_PACKAGE:
        assert (home / f"{name}.py").exists() or (home / name / "__init__.py").exists(), name


@pytest.mark.parametrize("service", SERVICES)
def test_every_request_has_one_operation_of_its_name(service: str) -> None:
    done = meanings.operations_in(files(f"services/{service}/operations", ".py"))
    none_of(meanings.unmatched(requests_of(service), done, exposed_by(service)))


@pytest.mark.parametrize("service", SERVICES)
def test_a_file_of_operations_holds_the_one_it_is_named_after(service: str) -> None:
    folder = files(f"services/{service}/operations", ".py")
    done = meanings.operations_in(folder)
    stems = [source.parts[-1].removesuffix(".py") for source in folder]
    none_of(f"{stem}: no operation" for stem in stems if stem not in {*done, "__init__"})


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_is_in_a_test(service: str) -> None:
    tests = stories()
    none_of(
        f"{service}: no test of {operation}"
        for operation, request in requests_of(service).items()
        if not any(
            meanings.mentioned(name, tests, f"services.{service}") for name in (operation, request)
        )
    )


@pytest.mark.parametrize("service", SERVICES)
def test_the_readme_lists_what_there_is(service: str) -> None:
    text = (ROOT / "services" / service / "README.md").read_text("utf-8")
    told = {snake_case(event.__name__): event.audit_only for event in events_of(service)}
    published = {name for name, audit_only in told.items() if not audit_only}
    heard = {snake_case(event.__name__) for event in heard_by(service)}
    refusals = meanings.descendants(python("services"), "Refusal")
    beside = {*loops_of(service), *get_args(FirmRole), *get_args(StaffRole)}
    beside |= {snake_case(name) for name in refusals}
    none_of(
        readmes.differences(text, readmes.OPERATIONS, exposed_by(service), beside)
        + readmes.differences(text, readmes.TOLD, published, told)
        + readmes.differences(text, readmes.HEARD, heard)
    )


def test_mismatches_are_found() -> None:
    requests = {"submit_case": "SubmitCase", "get_case": "GetCase", "decide_case": "DecideCase"}
    operations = {"submit_case": "GetCase", "get_case": "GetCase", "steal_case": "StealCase"}
    assert meanings.unmatched(requests, operations, ["submit_case", "submit_case", "get_case"]) == [
        "decide_case: asked for in the contract, no operation",
        "decide_case: not in the table of contents",
        "steal_case: an operation no contract asks for",
        "submit_case: exposed twice",
        "submit_case: takes GetCase, not SubmitCase",
    ]


def test_an_operation_is_read_off_its_file() -> None:
    code = "def get_case(request: GetCase, work: Work) -> CaseView: ...\ndef other(a: B): ..."
    source = Source("services/cases/operations/get_case.py", code)
    assert meanings.operations_in([source]) == {"get_case": "GetCase"}


def test_a_name_in_a_comment_or_of_another_service_is_no_test() -> None:
    cases = "from services.cases.operations import canary\n"
    assert meanings.mentioned("canary", [Source("t.py", f"{cases}canary()")], "services.cases")
    assert not meanings.mentioned("canary", [Source("t.py", f"{cases}# canary")], "services.cases")
    assert not meanings.mentioned("canary", [Source("t.py", f"{cases}canary()")], "services.notify")


README = """
## Operations
| staff | `get_case` `list_cases` |
By the clock: `expire_sessions`. Only an `approver` decides.
## Tells
`case_received.v1` (with its `revision`), `CaseLost`
## Hears
None.
"""


def test_a_readme_that_lies_is_found() -> None:
    real = ["get_case", "submit_case"]
    assert readmes.differences(README, readmes.OPERATIONS, real, ["expire_sessions"]) == [
        "Operations: submit_case is missing",
        "Operations: there is no list_cases",
    ]
    assert readmes.differences(README, readmes.TOLD, ["case_received"]) == [
        "Events told: there is no case_lost"
    ]
    assert readmes.differences(README, readmes.HEARD, ["firm_approved"]) == [
        "Events heard: firm_approved is missing"
    ]


def test_requests_are_named_as_their_operations() -> None:
    for service in SERVICES:
        assert all(snake_case(name) == op for op, name in requests_of(service).items())
