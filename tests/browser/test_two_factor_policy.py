"""An administrator says from when and why two factors; whoever logs in reads it (R26, R31)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from services.chassis import clock
from services.chassis.ids import new_id
from tests.browser.conftest import Enter
from tests.journeys.conftest import STAFF
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
FORM = "form[action='/oppsett/to-trinn']"
FIELDS = ("since", "why.nb", "why.nn", "why.en")


def fill(page: Page, **said: str) -> None:
    """Write in the form and send it."""
    for name, text in said.items():
        page.fill(f"{FORM} [name='{name}']", text)
    page.click(f"{FORM} [type=submit]")


def reads(page: Page, words: str, *, shown: bool = True) -> None:
    """Whoever opens the page again, as soon as the news has gone round."""

    def looked() -> bool:
        page.reload()
        return (words in page.locator("main").inner_text()) is shown

    until(looked, what=f"{words!r} {'on' if shown else 'gone from'} {page.url}")


def test_the_day_and_the_words_are_told_and_open_no_way_round(enter: Enter) -> None:
    administrator = enter(
        "operator", java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    administrator.log_in(*STAFF["administrator"])
    administrator.open("/oppsett")
    page = administrator.page
    page.click("a[href='/oppsett/to-trinn']")
    before = {name: page.input_value(f"{FORM} [name='{name}']") for name in FIELDS}
    ahead = (clock.today() + timedelta(days=400)).isoformat()
    words = f"Vannet er alles {new_id()[-6:]}."
    stranger, visitor = enter(), enter("operator")
    stranger.open("/logg-inn")
    visitor.open("/logg-inn")
    visitor.page.locator("footer").get_by_text("English", exact=True).click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")

    fill(page, **{"since": ahead, "why.nb": "", "why.nn": "", "why.en": words})
    expect(page.locator(".summary")).to_contain_text("Skriv forklaringen på bokmål også.")
    expect(page.locator(f"{FORM} [name='why.en']")).to_have_value(words)
    reads(visitor.page, words, shown=False)
    try:
        fill(page, **{"why.nb": words, "why.nn": "", "why.en": f"In English: {words}"})
        expect(page.locator(f"{FORM} [name=since]")).to_have_value(ahead)
        reads(stranger.page, words)
        expect(stranger.page.locator(".note")).to_contain_text("logger alle inn i to trinn")
        reads(visitor.page, f"In English: {words}")
        stranger.open("/logg-inn/mobil")
        expect(stranger.page.locator("main")).to_contain_text(words)
        expect(stranger.page.locator("main")).to_contain_text("logger alle inn i to trinn")

        colleague = enter("operator")
        colleague.log_in(*STAFF["caseworker"])  # a code all the same, though the day is far ahead
        colleague.open("/oppsett")
        expect(colleague.page.locator("main")).to_contain_text("Innføres fra")
        expect(colleague.page.locator("a[href='/oppsett/to-trinn']")).to_have_count(0)
    finally:
        fill(page, **before)
    stranger.open("/logg-inn")
    reads(stranger.page, words, shown=False)
