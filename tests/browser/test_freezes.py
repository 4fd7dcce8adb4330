"""One freeze shown everywhere: move its end once, and every place says the new date (R83, R82)."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from services.chassis import clock
from services.chassis.clock import OSLO
from services.chassis.i18n import show_datetime
from services.chassis.ids import new_id
from tests.browser.conftest import Enter, Window
from tests.browser.test_live import sent_in
from tests.journeys.conftest import FIRM_ADMIN, STAFF
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
ZONE = ("sone@vann.example", "+4790000014")


def test_one_freeze_in_every_place(enter: Enter, inputs: dict[str, Path]) -> None:
    firm = enter(viewport={"width": 390, "height": 844})
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    reason = f"Flytting {new_id()[-8:]}"
    administrator = enter("operator", java_script_enabled=False)
    administrator.log_in(*STAFF["administrator"])
    stranger = enter()
    slug = published(enter)
    start = clock.now().astimezone(OSLO).replace(hour=0, minute=0, second=0, microsecond=0)
    first, second = start + timedelta(days=20), start + timedelta(days=27)
    try:
        plan(administrator, reason, start + timedelta(days=10), first)
        for page in places(stranger, slug):
            expect(page.locator("body")).to_contain_text(show_datetime(first, "nb"))
        stranger.open("/")
        expect(stranger.page.locator("#varsler .countdown").first).to_contain_text("Stenger om")

        box = opened(administrator, reason)
        box.locator("[name=ends_at]").fill(f"{second:%Y-%m-%dT%H:%M}")
        box.locator("[type=submit]").first.click()
        for page in places(stranger, slug):
            expect(page.locator("body")).to_contain_text(show_datetime(second, "nb"))
            expect(page.locator("body")).not_to_contain_text(show_datetime(first, "nb"))

        exempt(enter, reason, firm, case_id)
    finally:
        administrator.open("/nedetid")
        opened(administrator, reason).locator('[value="cancel"]').click()
    expect(item(administrator, reason)).to_contain_text("Avlyst")
    until(lambda: gone(stranger, reason), what="the banner to go from public pages")


def gone(stranger: Window, reason: str) -> bool:
    """A stranger's page is not pushed to; it shows what holds when it is opened."""
    stranger.open("/")
    return reason not in stranger.page.locator("#varsler").inner_text()


def places(stranger: Window, slug: str) -> list[Page]:
    """The front page, the catalogue, and the post that embeds it, as a stranger opens them."""
    pages = []
    for path in ("/", "/katalog", f"/nyheter/{slug}"):
        page = stranger.page.context.new_page()
        page.goto(stranger.url + path)
        pages.append(page)
    post = pages[-1].locator("article")
    expect(post).to_contain_text("Her står datoene:")
    return [*pages[:-1], pages[-1]]


def published(enter: Enter) -> str:
    """A post with the live freezes in it."""
    editor = enter("operator")
    editor.log_in(*STAFF["editor"])
    editor.open("/nyheter/ny")
    slug = f"nedetid-{new_id()[-10:]}"
    editor.page.fill("[name=slug]", slug)
    for part, words in {
        "title": "Nedetid",
        "lead": "Planlagt.",
        "body": "Her står datoene:",
    }.items():
        for code in ("nb", "nn", "en"):
            mark = "\n\n{{freeze}}" if part == "body" else ""
            editor.page.fill(f'[name="{part}.{code}"]', words + mark)
    editor.press("Lagre")
    editor.press("Publiser")
    return slug


def plan(administrator: Window, reason: str, starts: datetime, ends: datetime) -> None:
    administrator.open("/nedetid")
    page = administrator.page
    form = page.locator('form[action="/nedetid"]')
    form.locator("[name=starts_at]").fill(f"{starts:%Y-%m-%dT%H:%M}")
    form.locator("[name=ends_at]").fill(f"{ends:%Y-%m-%dT%H:%M}")
    form.locator('[name=blocks][value="supplements"]').check()
    for code in ("nb", "nn", "en"):
        form.locator(f'[name="reason.{code}"]').fill(reason)
    form.locator("[type=submit]").click()
    expect(item(administrator, reason)).to_be_visible()


def item(window: Window, reason: str) -> Locator:
    return window.page.locator("li.item", has_text=reason)


def opened(window: Window, reason: str) -> Locator:
    """The form that moves or cancels it."""
    box = item(window, reason)
    box.locator("summary", has_text="Endre").click()
    return box


def exempt(enter: Enter, reason: str, firm: Window, case_id: str) -> None:
    """The zone lets the case through; the firm reads so on the case, in a phone's width."""
    zone = enter("operator")
    zone.log_in(*ZONE)
    firm.open(f"/saker/{case_id}")
    number = firm.page.locator(".case-head .number").inner_text()
    zone.open("/nedetid")
    box = zone.page.locator("li.item", has_text=reason)
    box.locator("summary", has_text="Gi unntak").click()
    box.locator("[name=number]").fill(number)
    box.locator("[name=exemption_reason]").fill("Grøften står åpen")
    box.get_by_role("button", name="Gi unntak").click()
    expect(box).to_contain_text("Grøften står åpen")
    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("main")).to_contain_text("Dere har unntak fra nedetiden")
