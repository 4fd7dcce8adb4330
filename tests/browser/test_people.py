"""Narrow screens, keyboards, languages: the portal is for everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD, Enter
from tests.browser.fitting import beyond_the_edge
from tests.journeys.conftest import FIRM_ADMIN, STAFF
from tests.journeys.phones import Phones

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]

PUBLIC = (
    "/",
    "/katalog",
    "/katalog?q=brakke",
    "/katalog/RORM",
    "/katalog/SAN",
    "/katalog/PASL-FETT",
    "/katalog/FORH",
    "/finn-firma?q=rør",
    "/registrer",
    "/logg-inn",
    "/nyheter",
    "/akutt",
    "/hjelp",
    "/hjelp/rorleggermelding",
    "/tilgjengelighet",
    "/personvern",
    "/finnes-ikke",
)
FIRM = (
    "/saker",
    "/saker/ny",
    "/min-side",
    "/foretaket",
    "/foretaket/verk",
    "/foretaket/kompetanse",
)
STAFF_PAGES = ("/", "/foretak", "/nedetid", "/nyheter", "/nyheter/ny", "/hendelser", "/min-side")
LANGUAGES = ("nb", "nn", "en")


def ensure_whole(page: Page, language: str) -> None:
    """No sideways scrolling, one first heading, the emergency number, the right language."""
    assert beyond_the_edge(page) == 0, page.url
    assert page.locator("h1").count() == 1, page.url
    expect(page.locator(".emergency a[href='tel:+4712345678']")).to_be_visible()
    assert page.get_attribute("html", "lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages_are_whole_at_320_pixels(enter: Enter, language: str) -> None:
    visitor = enter(viewport={"width": 320, "height": 640})
    visitor.open("/")
    visitor.page.click(f".language-form button[value={language}]")
    for path in PUBLIC:
        visitor.open(path)
        ensure_whole(visitor.page, language)


def test_pages_of_a_firm_are_whole_at_320_pixels(enter: Enter) -> None:
    firm = enter(viewport={"width": 320, "height": 640})
    firm.log_in(*FIRM_ADMIN)
    for path in FIRM:
        firm.open(path)
        ensure_whole(firm.page, "nb")


def test_pages_of_the_staff_are_whole_at_320_pixels(enter: Enter) -> None:
    for task, paths in (("editor", STAFF_PAGES), ("administrator", ("/nedetid", "/drift"))):
        staff = enter("operator", viewport={"width": 320, "height": 640})
        staff.log_in(*STAFF[task])
        for path in paths:
            if task == "editor" or path != "/nyheter/ny":
                staff.open(path)
                ensure_whole(staff.page, "nb")


def test_one_logs_in_by_keyboard_alone(enter: Enter, phones: Phones) -> None:
    email, mobile = FIRM_ADMIN
    firm = enter()
    page = firm.page
    firm.open("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Hopp til innholdet")
    tab_to(page, 'a[href="/logg-inn"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/logg-inn")
    tab_to(page, "[name=email]")
    page.keyboard.type(email)
    tab_to(page, "[name=password]")
    page.keyboard.type(PASSWORD)
    with phones.code_to(mobile) as code:
        page.keyboard.press("Enter")
        page.wait_for_url("**/logg-inn/kode")
        tab_to(page, "[name=code]")
        page.keyboard.type(code())
    page.keyboard.press("Enter")
    page.wait_for_url("**/saker")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") is not None


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Tab until it has focus; each stop on the way shows that it has it."""
    for _ in range(most):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "document.activeElement === document.body"
            " || getComputedStyle(document.activeElement).outlineStyle !== 'none'"
            " || document.activeElement.closest('.choice, li') !== null"
        )
        assert focused, page.evaluate("document.activeElement.outerHTML")
    raise AssertionError(f"{selector} is not reached by keyboard")
