"""A property is found by its address, with and without scripts, or written by hand."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect

from deploy.local.description import Description
from tests.browser import notice
from tests.browser.conftest import Enter
from tests.journeys.conftest import FIRM_ADMIN
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


@pytest.fixture
def kartverket(bed: Description) -> Iterator[str]:
    """Where its faults are set; all is well again afterwards."""
    faults = f"{bed.sandbox_url}/api/faults"
    yield faults
    httpx.post(faults, json={"target": "addresses", "mode": "none"})


def _plot(page: Page, row: int = 0) -> list[str]:
    return [
        page.input_value(f'[name="properties.{row}.{part}"]')
        for part in ("kommunenr", "gnr", "bnr", "fnr", "address")
    ]


def _point(page: Page, row: int = 0) -> str:
    return page.input_value(f'[name="properties.{row}.point"]')


def test_the_address_fills_in_the_numbers_of_each_property(enter: Enter) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    page = firm.page
    notice.begin(firm)
    page.fill('[name="properties.0.address"]', "Vannverksgata 17")
    page.locator("[data-look]").first.click()
    page.click(".hits button:has-text('Vannverksgata 17')")
    assert _plot(page) == ["4601", "166", "2", "31", "Vannverksgata 17"]
    firm.press("Legg til eiendom")
    second = page.locator("[data-set]").nth(1)
    for part, value in {"kommunenr": "4601", "gnr": "164", "bnr": "500"}.items():
        page.fill(f'[name="properties.1.{part}"]', value)
    second.locator("[data-look]").click()
    second.locator(".hits button:has-text('Stikkledningen 3')").click()
    draft = f"{firm.url}/api/v1/cases/{page.url.split('/saker/')[1].split('/')[0]}"
    until(
        lambda: len(page.request.get(draft).json()["values"].get("properties", [])) == 2,
        what="both properties saved",
    )
    page.reload()
    assert _plot(page, 1) == ["4601", "164", "500", "", "Stikkledningen 3"]
    assert _point(page) == "60.3941,5.3291@4601/166/2"
    assert _point(page, 1) == "60.3922,5.3244@4601/164/500"


def test_without_scripts_the_same_button_finds_it(enter: Enter) -> None:
    firm = enter(java_script_enabled=False)
    firm.log_in(*FIRM_ADMIN)
    page = firm.page
    notice.begin(firm)
    firm.press("Søk opp adressen")
    expect(page.locator("[data-said]")).to_contain_text("Skriv en adresse")
    page.fill('[name="properties.0.address"]', "Eksempelveien 14")
    firm.press("Søk opp adressen")
    firm.press("Eksempelveien 14")
    assert _plot(page) == ["4601", "164", "123", "", "Eksempelveien 14"]
    notice.go_on(firm, "work")
    firm.press("Forrige steg")
    assert _point(page).endswith("@4601/164/123"), "kept with the draft"
    page.fill('[name="properties.0.bnr"]', "124")
    notice.go_on(firm, "work")
    firm.press("Forrige steg")
    assert _point(page) == "", "another number is another place"


def test_when_kartverket_is_away_one_writes_it_oneself(enter: Enter, kartverket: str) -> None:
    httpx.post(kartverket, json={"target": "addresses", "mode": "500"})
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    notice.begin(firm)
    firm.page.fill('[name="properties.0.address"]', "Eksempelveien 14")
    firm.page.locator("[data-look]").first.click()
    expect(firm.page.locator("[data-said]").first).to_contain_text("svarer ikke nå")
    notice.fill_property(firm.page)
    notice.go_on(firm, "work")
