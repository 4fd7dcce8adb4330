"""The main job as a rørlegger and the utility's people do it in their browsers."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser import notice
from tests.browser.conftest import Enter, Window
from tests.journeys.conftest import FIRM_ADMIN, STAFF, NewFirm
from tests.journeys.phones import Phones

pytestmark = [pytest.mark.system, pytest.mark.timeout(600)]


def test_from_draft_to_decision(enter: Enter, inputs: dict[str, Path]) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = fill_in_and_leave_half_way(firm)
    number = come_back_and_submit(firm, case_id, inputs)
    firm.open(f"/saker/{case_id}")

    caseworker = enter("operator")
    caseworker.log_in(*STAFF["caseworker"])
    send_deficiency_letter(caseworker, number)
    answer(firm, inputs)
    propose(caseworker)

    approver = enter("operator")
    approver.log_in(*STAFF["approver"])
    approver.open(f"/saker/{case_id}")
    approver.press("Fatt vedtak")
    approver.page.click('form[action$="/vedtak"] [type=submit]')

    expect(firm.page.locator("#status")).to_contain_text("godkjent med vilkår", timeout=20_000)
    expect(firm.page.locator("#status")).to_contain_text("Ledningen skal trykkprøves.")
    letter = firm.page.locator("#dokumenter li", has_text="Vedtak").get_by_role("link")
    expect(letter.first).to_be_visible(timeout=60_000)
    with firm.page.expect_download() as download:
        letter.first.click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")


def test_a_firm_registers_and_is_let_in(enter: Enter, phones: Phones) -> None:
    made_up = NewFirm.made_up()
    visitor = enter()
    page = visitor.page
    visitor.open("/registrer")
    texts = {
        "orgnr": made_up.orgnr,
        "firm.name": "Nytt Rør AS",
        "firm.municipality": "Fjordby",
        "firm.phone": "55 56 78 15",
        "firm.emails.post": made_up.email,
        "admin.name": "Nina Ny",
        "admin.email": made_up.email,
        "admin.mobile": made_up.mobile,
    }
    for name, value in texts.items():
        page.fill(f'[name="{name}"]', value)
    page.fill("[name=password]", "lang og god setning 2026")
    notice.choose(page, "professions", "rorlegger")
    mails = phones.ids(made_up.email)
    with phones.code_to(made_up.mobile) as code:
        visitor.press("Send registreringen")
        page.wait_for_url("**/registrer/*")
        page.fill("[name=code]", code())
    visitor.press("Bekreft")
    expect(page.locator("main")).to_contain_text("Bekreftet")
    page.goto(phones.link_to(made_up.email, mails))
    visitor.press("Ja, dette er min adresse")
    expect(page.locator("h1")).to_contain_text("Mobil og e-post er bekreftet")

    registrar = enter("operator")
    registrar.log_in(*STAFF["registrar"])
    registrar.open("/foretak")
    registrar.page.click("a:has-text('Nytt Rør AS')")
    registrar.press("Godkjenn foretaket")
    expect(registrar.page.locator("main .tag").first).to_have_text("Godkjent")


def fill_in_and_leave_half_way(firm: Window) -> str:
    """What was written is there again without a button having been pressed."""
    case_id = notice.begin(firm)
    notice.fill_property(firm.page)
    notice.go_on(firm, "work")
    firm.page.fill("[name=description]", notice.WORK)
    expect(firm.page.locator("[data-saved]")).to_contain_text("Lagret kl.", timeout=15_000)
    firm.open("/saker?vis=kladder")
    firm.page.click(f'a[href="/saker/{case_id}"]')
    firm.page.wait_for_url("**/skjema/work")
    expect(firm.page.locator("[name=description]")).to_have_value(notice.WORK)
    return case_id


def come_back_and_submit(firm: Window, case_id: str, inputs: dict[str, Path]) -> str:
    """Gives the case number on the receipt."""
    notice.fill_work(firm.page)
    notice.go_on(firm, "parties")
    notice.fill_parties(firm.page)
    notice.go_on(firm, "attachments")
    notice.attach(firm.page, "LEDNINGSKART", [inputs["situasjonsplan.pdf"]])
    notice.attach(firm.page, "MALSATT_SKISSE", [inputs["fdv oljeutskiller.pdf"]])
    notice.attach(firm.page, "FOTO", [inputs["grøft med posisjon.jpg"]])
    firm.press("Til oppsummering")
    firm.page.wait_for_url("**/oppsummering")
    firm.press("Send inn")
    firm.page.wait_for_url(f"**/saker/{case_id}/kvittering")
    return firm.page.locator(".receipt .big").inner_text()


def send_deficiency_letter(caseworker: Window, number: str) -> None:
    """Found in the queue by its number, taken, and asked about in two items."""
    caseworker.open(f"/?vis=alle&q={number}")
    caseworker.page.click("main a.cover")
    caseworker.press("Ta saken")
    notice.ask_for_two_things(caseworker)


def answer(firm: Window, inputs: dict[str, Path]) -> None:
    """The letter has come into the open page; both items are answered with a file."""
    items = firm.page.locator("#mangler .item")
    expect(items).to_have_count(2, timeout=20_000)
    expect(firm.page.locator("#status")).to_contain_text("Ballen ligger hos dere")
    for at, name in enumerate(("situasjonsplan.pdf", "grøft uten posisjon.jpg")):
        items.nth(at).locator("textarea").fill("Se vedlegget.")
        items.nth(at).locator("input[type=file]").set_input_files(inputs[name])
        items.nth(at).locator("[data-kept] .file").wait_for()
    firm.press("Send svar")
    expect(firm.page.locator("#status")).to_contain_text("Vi har fått svaret", timeout=20_000)


def propose(caseworker: Window) -> None:
    """The answers come into the open page; then an approval with a condition is proposed."""
    caseworker.page.click("button:has-text('Godta svarene')", timeout=20_000)
    caseworker.press("Foreslå vedtak")
    form = caseworker.page.locator('form[action$="/foresla"]')
    form.locator("[value=approved_with_conditions]").check()
    form.locator("[name=conditions]").fill("Ledningen skal trykkprøves.")
    form.locator("[name=text]").fill("Arbeidet er i samsvar med sanitærreglementet.")
    form.locator("[type=submit]").click()
    expect(caseworker.page.locator("#status")).to_contain_text("godkjenner", timeout=20_000)
