"""Every way to say no is raised somewhere, tested, and said in three languages."""

from __future__ import annotations

from gateway.texts import texts
from services.chassis.i18n import LANGUAGES
from tests.architecture.checks import meanings
from tests.architecture.checks.sources import Source, python
from tests.architecture.checks.wording import missing
from tests.architecture.test_operations import stories
from tests.architecture.verdict import none_of

NEVER_RAISED = {
    "GatewayRefusal": "gathers what the gateway's own refusals share",
}
"""Refusal classes that are no refusals themselves -> why they exist."""


def refusals() -> dict[str, Source]:
    """Every refusal of the product, and the file that defines it."""
    found = meanings.descendants(python("services", "gateway"), "Refusal")
    return {name: source for name, source in found.items() if name not in NEVER_RAISED}


def test_every_refusal_is_raised_somewhere() -> None:
    code = python("services", "gateway")
    none_of(
        f"{source.path}: {name} is never raised"
        for name, source in refusals().items()
        if not meanings.used(name, code)
    )


def test_every_refusal_is_in_a_test() -> None:
    tests = stories()
    none_of(
        f"{source.path}: no test of {name}"
        for name, source in refusals().items()
        if not meanings.mentioned(name, tests)
    )


def test_every_refusal_is_said_in_three_languages() -> None:
    has = {language: texts().keys(language) for language in LANGUAGES}
    none_of(missing((f"refusal.{name}" for name in refusals()), has))


def test_refusals_of_every_package_are_known() -> None:
    homes = {source.parts[:2] for source in refusals().values()}
    services = ("chassis", "identity", "cases", "documents", "notify")
    assert homes >= {("services", service) for service in services}
    assert ("gateway", "refusals.py") in homes


def test_a_refusal_never_raised_is_found() -> None:
    defined = Source(
        "e.py", "class Base(Refusal): ...\nclass Stale(Base): ...\nclass Gone(Refusal): ..."
    )
    code = [defined, Source("a.py", "try:\n    raise Gone\nexcept Stale:\n    pass")]
    assert meanings.descendants([defined], "Refusal").keys() == {"Base", "Stale", "Gone"}
    assert meanings.used("Gone", code)
    assert not meanings.used("Stale", code)
    assert not meanings.used("Base", code)


def test_a_refusal_without_words_is_found() -> None:
    has = {"nb": {"refusal.Gone"}, "nn": {"refusal.Gone"}, "en": set[str]()}
    assert missing(["refusal.Gone"], has) == ["en refusal.Gone: no text"]
