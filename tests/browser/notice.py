"""How a rørlegger fills in a rørleggermelding, in any browser."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from playwright.sync_api import Page

from services.chassis import clock
from tests.browser.conftest import Window

WORK = "Bytte av stikkledning for vann fra stoppekran til husvegg."


def begin(window: Window) -> str:
    """A draft from the catalogue; gives its id."""
    window.open("/katalog/RORM")
    window.press("Start utfylling")
    window.page.wait_for_url("**/skjema/property")
    return window.page.url.split("/saker/")[1].split("/")[0]


def fill_property(page: Page) -> None:
    for part, value in {"kommunenr": "4601", "gnr": "164", "bnr": "123"}.items():
        page.fill(f'[name="properties.0.{part}"]', value)
    page.fill('[name="properties.0.address"]', "Eksempelveien 14")


def look_up(page: Page, address: str) -> None:
    """The first property by its address, from the hits below the button."""
    page.fill('[name="properties.0.address"]', address)
    page.locator("[data-look]").first.click()
    page.locator(".hits button", has_text=address).first.click()


def fill_work(page: Page) -> None:
    choose(page, "work_kind", "repair")
    page.fill("[name=description]", WORK)
    page.fill("[name=planned_start]", (clock.today() + timedelta(days=14)).isoformat())
    choose(page, "pipe_services", "water")
    choose(page, "closes_public_line", "no")
    choose(page, "needs_dispensation", "no")


def fill_parties(page: Page) -> None:
    page.fill("[name=responsible_name]", "Ada Rørvik")
    choose(page, "qualification", "adk_plumber")
    page.fill("[name=adk1_number]", "ADK1-12345")
    page.fill("[name=adk1_date]", (clock.today() - timedelta(days=700)).isoformat())
    choose(page, "owner_kind", "person")
    page.fill("[name=owner_name]", "Ola Huseier")
    choose(page, "subscriber_is_owner", "yes")


def choose(page: Page, name: str, value: str) -> None:
    page.check(f'[name="{name}"][value="{value}"]')


def go_on(window: Window, to: str) -> None:
    window.press("Lagre og gå videre")
    window.page.wait_for_url(f"**/skjema/{to}")


def attach(page: Page, kind: str, files: list[Path]) -> None:
    """Chosen files go up by themselves; waits until they have arrived."""
    box = page.locator(f'[data-kind="{kind}"]')
    before = box.locator("[data-kept] .file").count()
    box.locator("input[type=file]").set_input_files(files)
    box.locator("[data-kept] .file").nth(before + len(files) - 1).wait_for()


def ask_for_two_things(caseworker: Window) -> None:
    """A deficiency letter on the case page that is open."""
    caseworker.press("Send mangelbrev")
    caseworker.press("Legg til punkt")
    caseworker.page.fill('[name="missing.0.text"]', "Høyder mangler på ledningskartet.")
    caseworker.page.fill('[name="missing.1.text"]', "Legg ved bilde av stoppekranen.")
    last_day = clock.today() + timedelta(days=14)
    caseworker.page.fill("[name=due_on]", last_day.isoformat())
    caseworker.page.click('form[action$="/mangelbrev"] [type=submit]:not([name=go])')
