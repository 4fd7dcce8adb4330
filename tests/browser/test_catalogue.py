"""The public catalogue and forms with rows, with scripts and without, at a desk and on a phone."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import notice
from tests.browser.conftest import Enter, Window
from tests.journeys.conftest import FIRM_ADMIN, STAFF

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
PHONE = {"width": 390, "height": 844}


def test_a_stranger_finds_the_form_by_its_old_name_and_reads_it_on_paper(enter: Enter) -> None:
    visitor = enter(java_script_enabled=False, viewport=PHONE)
    page = visitor.page
    visitor.open("/katalog")
    expect(page.locator("main h2")).to_contain_text(["Avklare før du søker"])
    assert page.locator("main .tiles > li").count() >= 20
    page.fill("[name=q]", "sanitærabonement")
    visitor.press("Søk")
    expect(page.locator(".tiles h3").first).to_have_text("Tilknytning og sanitærabonnement")
    page.click(".tiles a")
    expect(page.locator("h1")).to_have_text("Tilknytning og sanitærabonnement")
    page.click("text=Utskriftsvennlig side")
    expect(page.locator("main details.more:not([open])")).to_have_count(0)
    visitor.open("/skjema/FJB-412")
    expect(page.locator("h1")).to_have_text("Rørleggermelding")
    visitor.open("/skjema/melding-om-plugging")
    expect(page.locator("h1")).to_have_text("Plugging og utkobling")
    visitor.open("/skjema/parkering-for-beboere")
    expect(page.locator("h2").first).to_contain_text("Ingen treff")
    visitor.open("/katalog/KLAGE")
    expect(page.locator(".note a[rel=external]")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_form_with_rows_is_filled_in(enter: Enter, scripts: bool) -> None:
    firm = enter(java_script_enabled=scripts, viewport=PHONE)
    firm.log_in(*FIRM_ADMIN)
    firm.open("/katalog/PLUG")
    firm.press("Start utfylling")
    page = firm.page
    notice.fill_property(page)
    notice.go_on(firm, "work")
    firm.press("Legg til rad")
    expect(_rows(page)).to_have_count(2)
    firm.press("Legg til rad")
    expect(_rows(page)).to_have_count(3)
    _rows(page).nth(2).locator("[data-remove]").click()
    expect(_rows(page)).to_have_count(2)
    _fill_plug(page, 0, "water", "Kum 12")
    _fill_plug(page, 1, "foul", "")
    notice.choose(page, "plug_reason", "demolition")
    notice.choose(page, "plug_period", "permanent")
    notice.choose(page, "clamp_removed", "yes")
    notice.choose(page, "stop_fees", "no")
    notice.choose(page, "is_urgent", "no")
    page.fill("[name=planned_start]", "2027-03-02")
    page.fill("[name=planned_end]", "2027-03-01")
    firm.press("Lagre og gå videre")
    _says_what_is_wrong(firm)
    page.fill('[name="plugs.1.point"]', "3 m fra stolpe")
    page.fill("[name=planned_end]", "2027-03-03")
    notice.go_on(firm, "parties")
    firm.open(page.url.replace("/skjema/parties", "/oppsummering").removeprefix(firm.url))
    row = page.locator("ol.rows > li").nth(1)
    expect(row).to_contain_text("Spillvann")
    expect(row).to_contain_text("3 m fra stolpe")


def _rows(page: Page) -> Locator:
    return page.locator("#f-plugs [data-set]")


def _fill_plug(page: Page, at: int, service: str, point: str) -> None:
    page.select_option(f'[name="plugs.{at}.service"]', service)
    page.fill(f'[name="plugs.{at}.point"]', point)


def _says_what_is_wrong(firm: Window) -> None:
    page = firm.page
    summary = page.locator(".summary")
    expect(summary).to_contain_text("Arbeidet kan ikke være ferdig før det har startet.")
    expect(page.locator('[name="plugs.1.point"]')).to_have_attribute("aria-invalid", "true")
    expect(page.locator('[name="plugs.0.point"]')).to_have_value("Kum 12")


def test_an_administrator_checks_a_version_and_sees_what_is_wrong(enter: Enter) -> None:
    desk = enter("operator", java_script_enabled=False)
    desk.log_in(*STAFF["administrator"])
    page = desk.page
    desk.open("/katalog")
    page.click('a[href="/katalog/PLUG/ny"]')
    written = page.input_value("[name=source]")
    page.fill("[name=source]", written.replace("class: notice", "class: nonsense"))
    desk.press("Publiser")
    line = written.splitlines().index("class: notice") + 1
    expect(page.locator(".summary")).to_contain_text(f"Linje {line}: Verdien passer ikke her.")
    page.fill("[name=source]", written.replace("appeal_weeks: 3", "appeal_weeks: 4"))
    desk.press("Kontroller og forhåndsvis")
    expect(page.locator("main .note[data-color=success]")).to_contain_text("Ingen feil")
    expect(page.locator("table")).to_contain_text("appeal_weeks")
    page.click("main details.more summary >> nth=1")
    expect(page.locator("main details[open] [name='plugs.0.point']")).to_be_visible()
    expect(page.locator("[name=source]")).to_have_value(
        written.replace("appeal_weeks: 3", "appeal_weeks: 4")
    )


def test_an_outdated_draft_is_taken_over_before_it_is_sent_in(enter: Enter) -> None:
    """A type of this story's own is replaced while somebody fills in the form."""
    desk, firm = enter("operator", java_script_enabled=False), enter(java_script_enabled=False)
    code = "UTGAVE-" + "".join(chr(65 + int(digit, 16)) for digit in uuid4().hex[:8])
    desk.log_in(*STAFF["administrator"])
    desk.open("/katalog/DISP/ny")
    taken = desk.page.input_value("[name=source]").replace("code: DISP", f"code: {code}")
    first = re.sub(r"^version: \d+", "version: 1001", taken, flags=re.MULTILINE)
    _publish(desk, first)
    firm.log_in(*FIRM_ADMIN)
    firm.open(f"/katalog/{code}")
    firm.press("Start utfylling")
    draft = firm.page.url.split("/skjema/")[0].removeprefix(firm.url)
    firm.open(f"{draft}/oppsummering")
    expect(firm.page.locator("main button:has-text('Send inn')")).to_be_visible()
    earlier = firm.page.context.new_page()
    earlier.goto(firm.page.url)
    _publish(desk, first.replace("1001", "1002").replace("appeal_weeks: 3", "appeal_weeks: 6"))
    earlier.click("main button:has-text('Send inn')")
    expect(earlier.get_by_role("alert")).to_contain_text("ny utgave siden dere begynte")
    firm.open(f"{draft}/oppsummering")
    told = firm.page.locator("main .note:has-text('ny utgave')")
    expect(told).to_contain_text("Ta den nye utgaven i bruk før dere sender inn")
    expect(firm.page.locator("main button:has-text('Send inn')")).to_have_count(0)
    firm.press("Ta den nye utgaven i bruk")
    expect(told).to_have_count(0)
    firm.open(f"{draft}/oppsummering")
    expect(firm.page.locator("main button:has-text('Send inn')")).to_be_visible()


def _publish(desk: Window, source: str) -> None:
    desk.open("/katalog/DISP/ny")
    desk.page.fill("[name=source]", source)
    desk.press("Publiser")
    expect(desk.page.locator("main .summary")).to_have_count(0)
