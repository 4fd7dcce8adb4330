"""Whatever can go wrong has its words in all three languages."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from gateway.texts import texts
from services.chassis.i18n import LANGUAGES, Language
from services.chassis.messages import Kind, Refusal, Request
from services.chassis.messages.contracts import declared_in, modules_of

CONTRACTS = ("identity", "cases", "documents", "notify")
NONSENSE: tuple[Any, ...] = (
    None, "", "x", "\ud800", "x" * 30_000, -1, 10**30, 1.5, float("nan"), True, [], {}, [None],
    ["x"] * 300, {"x": None}, "2023-13-01", "2023-01-01", "2023-01-01T10:00:00",
)  # fmt: skip


def refusals() -> Iterator[str]:
    """The name of every refusal there is."""
    for name in CONTRACTS:  # importing a contract's modules is enough, wherever it defines them
        list(modules_of(f"services.{name}.contract"))
    for module in (
        "gateway.refusals",
        "services.chassis.messages.refusal",
        "services.chassis.db.inbox",
    ):
        importlib.import_module(module)
    waiting = [Refusal]
    while waiting:
        for refusal in waiting.pop().__subclasses__():
            waiting.append(refusal)
            if refusal.__name__ != "GatewayRefusal" and not refusal.__module__.startswith("tests."):
                yield refusal.__name__


def test_the_languages_say_the_same() -> None:
    assert [line for line in texts().problems() if "refusal" in line or "field" in line] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_its_words(language: Language) -> None:
    missing = [code for code in refusals() if not texts().has(f"refusal.{code}", language)]
    assert missing == []


def test_no_words_are_left_over() -> None:
    known = set(refusals())
    prefix = "refusal."
    keys = texts().keys("nb")
    left = {key.removeprefix(prefix) for key in keys if key.startswith(prefix)} - known
    assert left == set()


def test_every_kind_has_its_words() -> None:
    for kind in get_args(Kind):
        assert texts().has(f"refusal_kind.{kind}")


def test_whatever_a_contract_finds_wrong_with_a_field_has_its_words() -> None:
    found: set[str] = set()
    for request in requests():
        for nonsense in NONSENSE:
            body = dict.fromkeys(request.model_fields, nonsense) | {"surplus": 1}
            try:
                request.model_validate(body)
            except ValidationError as problem:
                found |= {error["type"] for error in problem.errors(include_url=False)}
    assert {"extra_forbidden", "literal_error", "string_too_long"} <= found
    assert sorted(code for code in found if not texts().has(f"field.{code}")) == []


def requests() -> Iterator[type[Request[Any]]]:
    """Every request of the four contracts."""
    for service in CONTRACTS:
        yield from declared_in(f"services.{service}.contract.operations", Request)
