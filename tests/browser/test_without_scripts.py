"""Everything works in a browser that runs no scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import notice
from tests.browser.conftest import Enter
from tests.journeys.conftest import FIRM_ADMIN

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


def test_a_notice_is_sent_in_with_its_files(enter: Enter, inputs: dict[str, Path]) -> None:
    firm = enter(java_script_enabled=False)
    firm.log_in(*FIRM_ADMIN)
    page = firm.page
    notice.begin(firm)
    firm.press("Legg til eiendom")
    expect(page.locator("[data-set]")).to_have_count(2)
    firm.press("Fjern eiendommen")
    notice.fill_property(page)
    notice.go_on(firm, "work")
    notice.choose(page, "work_kind", "repair")
    firm.press("Lagre og gå videre")  # now the questions that follow from the answer are there
    notice.fill_work(page)
    notice.go_on(firm, "parties")
    notice.fill_parties(page)
    notice.go_on(firm, "attachments")
    page.set_input_files('[data-kind="LEDNINGSKART"] [type=file]', inputs["situasjonsplan.pdf"])
    page.click('[data-kind="LEDNINGSKART"] [value=upload]')
    expect(page.locator('[data-kind="LEDNINGSKART"] .file')).to_have_count(1)
    page.set_input_files('[data-kind="MALSATT_SKISSE"] [type=file]', inputs["målsatt skisse.png"])
    firm.press("Til oppsummering")
    page.wait_for_url("**/oppsummering")
    firm.press("Send inn")
    expect(page.locator(".receipt .big")).to_contain_text("VA-")


def test_a_step_says_what_it_lacks_and_keeps_what_was_written(enter: Enter) -> None:
    firm = enter(java_script_enabled=False)
    firm.log_in(*FIRM_ADMIN)
    notice.begin(firm)
    notice.fill_property(firm.page)
    firm.page.fill('[name="properties.0.gnr"]', "mange")
    firm.press("Lagre og gå videre")
    expect(firm.page.locator(".summary a").first).to_contain_text("Eiendommer")
    expect(firm.page.locator('[name="properties.0.gnr"]')).to_have_value("mange")
    expect(firm.page.locator('[name="properties.0.address"]')).to_have_value("Eksempelveien 14")


def test_an_emergency_is_taken_in_without_a_login(enter: Enter) -> None:
    visitor = enter(java_script_enabled=False)
    visitor.open("/akutt")
    page = visitor.page
    expect(page.locator("a.call")).to_have_attribute("href", "tel:+4712345678")
    page.fill("[name=description]", "Vann spruter opp av asfalten.")
    page.fill('[name="place.address"]', "Eksempelveien 14")
    notice.choose(page, "severity", "2")
    page.fill('[name="reporter.name"]', "Ada Rørvik")
    page.fill('[name="reporter.phone"]', "90 00 00 01")
    visitor.press("Send og varsle vakten")
    expect(page.locator(".receipt .big")).not_to_be_empty()
    expect(page.locator("main a.call")).to_have_attribute("href", "tel:+4712345678")
