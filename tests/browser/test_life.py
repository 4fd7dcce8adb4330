"""Deficiency letters, versions, an appeal and the overdue list as people meet them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from deploy.local.description import Description
from services.chassis import clock
from tests.browser.conftest import Enter, Window
from tests.journeys.conftest import FIRM_ADMIN, STAFF
from tests.journeys.test_life_api import sent_in
from tests.journeys.visitor import Visitor

COLLEAGUE = ("montor@rorlegger.example", "+4790000002")
pytestmark = [pytest.mark.system, pytest.mark.timeout(600)]


def test_a_letter_is_prepared_sent_answered_compared_and_appealed(
    bed: Description, enter: Enter, inputs: dict[str, Path]
) -> None:
    with Visitor(bed) as by_api:
        by_api.log_in(*FIRM_ADMIN)
        case_id = sent_in(by_api, "RORM")["case_id"]
    caseworker = enter("operator")
    caseworker.log_in(*STAFF["caseworker"])
    caseworker.open(f"/saker/{case_id}")
    caseworker.page.click(f'form[action="/saker/{case_id}/ta"] [type=submit]')
    prepare_and_send(caseworker, case_id)

    firm = enter(viewport={"width": 390, "height": 844})
    firm.log_in(*FIRM_ADMIN)
    firm.open(f"/saker/{case_id}")
    answer(firm)
    caseworker.open(f"/saker/{case_id}/versjoner")
    changed = caseworker.page.get_by_role("row", name="Dimensjon")
    expect(changed).to_contain_text("32")
    expect(changed).to_contain_text("40")

    decide(enter, caseworker, case_id)
    firm.open(f"/saker/{case_id}")
    firm.press("Klag på vedtaket")
    firm.page.click('form[action$="/klage"] [type=submit]')
    expect(firm.page.get_by_role("alert")).to_be_visible()
    firm.page.fill('form[action$="/klage"] [name=text]', "Avstanden er målt feil.")
    firm.page.set_input_files("#f-appeal-files", inputs["situasjonsplan.pdf"])
    firm.page.click('form[action$="/klage"] [type=submit]')
    expect(firm.page.locator("#klage")).to_contain_text("Avstanden er målt feil.")
    expect(firm.page.locator("#hode")).to_contain_text("Påklaget")


def test_two_colleagues_with_the_same_letter_lose_nothing(
    bed: Description, enter: Enter, inputs: dict[str, Path]
) -> None:
    """A refused answer keeps words and files; a colleague's is replaced only by one who says so."""
    with Visitor(bed) as firm, Visitor(bed, "operator") as caseworker:
        firm.log_in(*FIRM_ADMIN)
        caseworker.log_in(*STAFF["caseworker"])
        case_id = sent_in(firm, "RORM")["case_id"]
        caseworker.act(case_id, "assign")
        missing = [
            {"code": "correct_field", "text": "Når begynner dere?", "target": "planned_start"},
            {"code": "correct_field", "text": "For lite", "target": "pipe_dimension"},
        ]
        due_on = (clock.today() + timedelta(days=14)).isoformat()
        caseworker.act(case_id, "request_information", missing=missing, due_on=due_on)
    ada, mons = enter(), enter(viewport={"width": 390, "height": 844})
    ada.log_in(*FIRM_ADMIN)
    mons.log_in(*COLLEAGUE)
    for window in (ada, mons):
        window.open(f"/saker/{case_id}")
    items = mons.page.locator("#mangler .item")
    expect(items.nth(0)).to_contain_text("Nå: 1. desember 2026")
    mons.press("Send svar")
    expect(mons.page.get_by_role("alert")).to_contain_text("Legg ved en fil, eller skriv")
    expect(items.nth(0).locator("textarea")).to_have_attribute("aria-invalid", "true")
    items.nth(1).locator("[name$='.value']").fill("-5")
    items.nth(1).locator("textarea").fill("Mons sitt svar")
    items.nth(1).locator("input[type=file]").set_input_files(inputs["situasjonsplan.pdf"])
    items.nth(1).locator("[data-kept] .file").wait_for()
    mons.press("Send svar")
    expect(items.nth(1).locator(".wrong")).to_contain_text("Tallet må være minst 10.")
    expect(items.nth(1).locator("[data-kept] .file")).to_contain_text("situasjonsplan.pdf")

    ada.page.locator("#mangler .item").nth(1).locator("textarea").fill("Ada sitt svar")
    ada.press("Send svar")
    expect(ada.page.locator("#mangler .item").nth(1)).to_contain_text("Besvart")
    items.nth(1).locator("[name$='.value']").fill("40")
    mons.press("Send svar")
    expect(mons.page.get_by_role("alert")).to_contain_text("En kollega har svart")
    expect(items.nth(1)).to_contain_text("Ada sitt svar")
    expect(items.nth(1).locator("textarea")).to_have_value("Mons sitt svar")
    mons.press("Send svar")
    expect(items.nth(1)).to_contain_text("Nå: 40 mm")
    expect(items.nth(1)).not_to_contain_text("Ada sitt svar")

    mons.page.locator("#mangler textarea").fill("Det siste, fra Mons")
    ada.open(f"/saker/{case_id}")
    ada.page.locator("#mangler textarea").fill("Det siste, fra Ada")
    ada.press("Send svar")
    expect(ada.page.locator("#hode")).to_contain_text("Ettersendt")
    expect(ada.page.get_by_role("button", name="Send svar")).to_have_count(0)
    mons.press("Send svar")
    expect(mons.page.get_by_role("alert")).to_contain_text("En kollega har svart")
    expect(mons.page.locator("[name=text]")).to_have_value("Det siste, fra Mons")


def prepare_and_send(caseworker: Window, case_id: str) -> None:
    """Saved, found again, and sent as it was saved."""
    page = caseworker.page
    caseworker.open(f"/saker/{case_id}")
    caseworker.press("Send mangelbrev")
    page.select_option("[name='missing.0.code']", "correct_field")
    page.select_option("[name='missing.0.reason']", "contradicts")
    page.select_option("[name='missing.0.target']", "pipe_dimension")
    page.fill("[name='missing.0.text']", "Dimensjonen stemmer ikke med skissen.")
    page.click('form[action$="/mangelbrev"] [value=prepare]')
    caseworker.open(f"/saker/{case_id}")
    caseworker.press("Send mangelbrev")
    expect(page.locator("form[action$='/mangelbrev']")).to_contain_text("Utkast til mangelbrev")
    expect(page.locator("[name='missing.0.text']")).to_have_value(
        "Dimensjonen stemmer ikke med skissen."
    )
    page.click('form[action$="/mangelbrev"] [type=submit]:not([name])')
    expect(page.locator("#hode")).to_contain_text("Mangler opplysninger")


def answer(firm: Window) -> None:
    """With the corrected value in the item's own field."""
    page = firm.page
    page.fill("[name$='.value']", "40")
    page.fill("[name^='answers.'][name$='.text']", "Rettet etter skissen.")
    firm.press("Send svar")
    expect(page.locator("#hode")).to_contain_text("Ettersendt")


def decide(enter: Enter, caseworker: Window, case_id: str) -> None:
    """Accepted, proposed by one, refused by another."""
    caseworker.open(f"/saker/{case_id}")
    caseworker.press("Godta svarene")
    caseworker.press("Foreslå vedtak")
    caseworker.page.check('form[action$="/foresla"] [value=refused]')
    caseworker.page.fill('form[action$="/foresla"] [name=text]', "Ikke etter normen.")
    caseworker.page.click('form[action$="/foresla"] [type=submit]')
    approver = enter("operator")
    approver.log_in(*STAFF["approver"])
    approver.open(f"/saker/{case_id}")
    approver.press("Fatt vedtak")
    approver.page.click('form[action$="/vedtak"] [type=submit]')
    expect(approver.page.locator("#hode")).to_contain_text("Avslått")


def test_the_overdue_list_and_the_counts_can_be_read(enter: Enter) -> None:
    leader = enter("operator")
    leader.log_in(*STAFF["approver"])
    for path, heading in (
        ("/ubesvarte", "Ubesvarte mangelbrev"),
        ("/statistikk", "Hva vi ber om, og hvorfor"),
    ):
        leader.open("/")
        leader.page.click(f'a[href="{path}"]')
        expect(leader.page.locator("h1")).to_have_text(heading)
    leader.open("/statistikk?since=2026-02-31&until=x")
    expect(leader.page.get_by_role("alert")).to_be_visible()
