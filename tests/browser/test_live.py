"""What happens elsewhere appears in an open page, pushed: the page asks only for what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser import notice
from tests.browser.conftest import Enter, Window
from tests.journeys.conftest import FIRM_ADMIN, STAFF
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


def test_an_open_case_page_asks_for_nothing_until_something_happens(
    enter: Enter, inputs: dict[str, Path]
) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    caseworker = enter("operator")
    caseworker.log_in(*STAFF["caseworker"])
    caseworker.open(f"/saker/{case_id}")

    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("html")).to_have_attribute("data-live", "on")
    expect(firm.page.locator("#dokumenter")).to_contain_text("Kvittering", timeout=60_000)
    asked: list[str] = []
    firm.page.on("request", lambda request: note(request, asked))
    caseworker.page.goto(caseworker.url)  # time passes elsewhere
    caseworker.open(f"/saker/{case_id}")
    assert asked == []

    caseworker.press("Ta saken")
    expect(firm.page.locator("#status")).to_contain_text("under behandling", timeout=10_000)
    assert asked
    assert all(f"/saker/{case_id}/del" in url for url in asked)


def test_a_change_told_while_an_earlier_one_is_being_fetched_is_not_lost(
    enter: Enter, inputs: dict[str, Path]
) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("#dokumenter")).to_contain_text("Kvittering", timeout=60_000)
    expect(firm.page.locator("html")).to_have_attribute("data-live", "on")
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    firm.page.route(f"**/saker/{case_id}/del**", hold)

    caseworker = enter("operator")
    caseworker.log_in(*STAFF["caseworker"])
    caseworker.open(f"/saker/{case_id}")
    caseworker.press("Ta saken")
    until(lambda: firm.page.evaluate("1") and held, what="the first fetch")
    old = held[0].fetch()
    notice.ask_for_two_things(caseworker)
    expect(caseworker.page.locator("#mangler")).to_contain_text("Punkt 1", timeout=20_000)
    held[0].fulfill(response=old)
    expect(firm.page.locator("#mangler .item")).to_have_count(2, timeout=20_000)


def test_a_fetch_that_fails_is_repeated(enter: Enter, inputs: dict[str, Path]) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("#dokumenter")).to_contain_text("Kvittering", timeout=60_000)
    expect(firm.page.locator("html")).to_have_attribute("data-live", "on")
    failed: list[Route] = []

    def fail_twice(route: Route) -> None:
        failed.append(route)
        route.fulfill(status=503) if len(failed) < 3 else route.continue_()

    firm.page.route(f"**/saker/{case_id}/del**", fail_twice)
    caseworker = enter("operator")
    caseworker.log_in(*STAFF["caseworker"])
    caseworker.open(f"/saker/{case_id}")
    caseworker.press("Ta saken")
    expect(firm.page.locator("#status")).to_contain_text("under behandling", timeout=20_000)
    assert len(failed) >= 3


def test_a_new_version_is_offered_and_not_forced(enter: Enter) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    firm.open("/saker")
    expect(firm.page.locator("#newer")).to_be_hidden()
    firm.page.evaluate(
        "new BroadcastChannel('live').postMessage({name: 'version', body: {build: 'x'}})"
    )
    expect(firm.page.locator("#newer")).to_be_visible()


def note(request: Request, asked: list[str]) -> None:
    if not request.url.endswith("/api/v1/events"):
        asked.append(request.url)


def sent_in(
    firm: Window, inputs: dict[str, Path], where: Callable[[Page], None] = notice.fill_property
) -> str:
    """A case that has just been submitted."""
    case_id = notice.begin(firm)
    where(firm.page)
    notice.go_on(firm, "work")
    notice.fill_work(firm.page)
    notice.go_on(firm, "parties")
    notice.fill_parties(firm.page)
    notice.go_on(firm, "attachments")
    notice.attach(firm.page, "LEDNINGSKART", [inputs["situasjonsplan.pdf"]])
    notice.attach(firm.page, "MALSATT_SKISSE", [inputs["fdv oljeutskiller.pdf"]])
    firm.press("Til oppsummering")
    firm.page.wait_for_url("**/oppsummering")
    firm.press("Send inn")
    firm.page.wait_for_url("**/kvittering")
    return case_id
