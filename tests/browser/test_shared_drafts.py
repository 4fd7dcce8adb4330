"""Two people in one draft, and what is written there: nothing of it is ever lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import notice
from tests.browser.conftest import Enter, Window
from tests.journeys.conftest import FIRM_ADMIN

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
COLLEAGUE = ("montor@rorlegger.example", "+4790000002")
FIELD = "[name=description]"


def _at(window: Window, case_id: str, step: str = "work") -> None:
    window.open(f"/saker/{case_id}/skjema/{step}")


def _saved(window: Window) -> None:
    expect(window.page.locator("[data-saved]")).to_have_attribute("data-state", "saved")


@pytest.mark.parametrize("scripts", [True, False])
def test_two_colleagues_choose_field_by_field_whose_answer_stands(
    enter: Enter, scripts: bool
) -> None:
    ada, mons = enter(java_script_enabled=scripts), enter(java_script_enabled=False)
    ada.log_in(*FIRM_ADMIN)
    case_id = notice.begin(ada)
    _at(ada, case_id)
    mons.log_in(*COLLEAGUE)
    _at(mons, case_id)
    mons.page.fill(FIELD, "Montørens beskrivelse")
    mons.page.fill("[name=planned_end]", "2031-05-02")
    mons.press("Fortsett senere")

    ada.page.fill(FIELD, "Lederens beskrivelse")
    if scripts:
        expect(ada.page.locator("[data-saved]")).to_contain_text("Mons Montør har lagret")
        ada.press("Se endringene")
    else:
        ada.press("Lagre og gå videre")
    expect(ada.page.locator("h1")).to_have_text("Dere har skrevet i de samme feltene")
    expect(ada.page.locator("fieldset")).to_have_count(1)
    expect(ada.page.locator("fieldset")).to_contain_text("Lederens beskrivelse")
    expect(ada.page.locator("fieldset")).to_contain_text("Montørens beskrivelse")
    ada.page.check('[name="keep.description"][value=mine]')
    ada.press("Lagre det valgte")
    expect(ada.page.locator(FIELD)).to_have_value("Lederens beskrivelse")
    expect(ada.page.locator("[name=planned_end]")).to_have_value("2031-05-02")

    ada.open(f"/saker/{case_id}/utkastversjoner")
    ada.page.locator("li:has-text('Mons Montør') button").click()
    _at(ada, case_id)
    expect(ada.page.locator(FIELD)).to_have_value("Montørens beskrivelse")


def test_two_tabs_in_different_steps_do_not_disturb_each_other(enter: Enter) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = notice.begin(firm)
    other = Window(firm.page.context.new_page(), firm.url, firm.phones)
    _at(firm, case_id, "work")
    _at(other, case_id, "parties")
    firm.page.fill(FIELD, "Fra den ene fanen")
    _saved(firm)
    other.page.fill("[name=responsible_name]", "Fra den andre")
    _saved(other)
    firm.page.fill(FIELD, "Fra den ene fanen igjen")
    _saved(firm)
    _at(firm, case_id, "parties")
    expect(firm.page.locator("[name=responsible_name]")).to_have_value("Fra den andre")
    _at(firm, case_id, "work")
    expect(firm.page.locator(FIELD)).to_have_value("Fra den ene fanen igjen")


def test_a_reload_and_an_ended_session_lose_nothing(enter: Enter) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = notice.begin(firm)
    _at(firm, case_id)
    firm.page.fill(FIELD, "Skrevet rett før omlasting")
    firm.page.reload()
    expect(firm.page.locator(FIELD)).to_have_value("Skrevet rett før omlasting")
    firm.page.fill(FIELD, "Skrevet før økten tok slutt")
    _saved(firm)
    firm.page.context.clear_cookies()
    firm.page.fill(FIELD, "Skrevet etter at økten tok slutt")
    expect(firm.page.locator("[data-saved]")).to_have_attribute("data-state", "failed")
    expect(firm.page.locator(FIELD)).to_have_value("Skrevet etter at økten tok slutt")
    firm.log_in(*FIRM_ADMIN)
    _at(firm, case_id)
    expect(firm.page.locator(FIELD)).to_have_value("Skrevet etter at økten tok slutt")
    _saved(firm)
    elsewhere = Window(firm.page.context.new_page(), firm.url, firm.phones)
    _at(elsewhere, case_id)
    expect(elsewhere.page.locator(FIELD)).to_have_value("Skrevet etter at økten tok slutt")


def test_a_copy_begins_with_the_answers_and_says_what_was_left(enter: Enter) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    notice.begin(firm)
    firm.page.fill("[name=place_description]", "Bak garasjen")
    notice.fill_property(firm.page)
    notice.go_on(firm, "work")
    source = firm.page.url.split("/saker/")[1].split("/")[0]
    firm.open(f"/saker/{source}/utkastversjoner")
    firm.page.click("details.more > summary")
    firm.press("Kopier til nytt utkast")
    firm.page.wait_for_url(lambda url: "/skjema/property" in url and source not in url)
    expect(firm.page.locator("main")).to_contain_text("Kopi av")
    expect(firm.page.locator("[name=place_description]")).to_have_value("Bak garasjen")
