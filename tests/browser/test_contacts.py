"""An editor says whom one turns to, and everybody reads it where it belongs (R40, R77, R84)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from services.chassis.ids import new_id
from tests.browser.conftest import Enter, Window
from tests.journeys.conftest import FIRM_ADMIN, STAFF
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
FORM = "form[action='/kontaktpunkter/invoice']"


def write(editor: Window, **said: str) -> None:
    """Fill in the form of the invoice desk and send it."""
    form = editor.page.locator(FORM)
    for name, text in said.items():
        form.locator(f"[name={name}]").fill(text)
    form.locator("[type=submit]").click()


def reads(page: Page, words: str, *, shown: bool = True) -> None:
    """Whoever looks again sees it, as soon as the news has gone round."""

    def looked() -> bool:
        page.reload()
        return (words in page.locator("main").inner_text()) is shown

    until(looked, what=f"{words!r} {'on' if shown else 'gone from'} {page.url}")


def test_an_editor_changes_a_number_and_everybody_reads_it(enter: Enter) -> None:
    editor = enter("operator", java_script_enabled=False, viewport={"width": 390, "height": 844})
    editor.log_in(*STAFF["editor"])
    stranger, firm = enter(), enter()
    stranger.open("/kontakt")
    firm.log_in(*FIRM_ADMIN)
    firm.open("/foretaket")
    name = f"Gebyrkontoret {new_id()[-6:]}"

    editor.open("/kontaktpunkter")
    expect(editor.page.locator("a[href='/kontaktpunkter/emergency']")).to_have_count(0)
    editor.page.click("a[href='/kontaktpunkter/invoice']")
    write(editor, name=name, phone="5550 002", email="")
    expect(editor.page.locator(".summary")).to_contain_text("Skriv et gyldig telefonnummer.")
    expect(editor.page.locator(f"{FORM} [name=name]")).to_have_value(name)
    write(editor, phone="", email="")
    expect(editor.page.locator(".summary")).to_contain_text("telefonnummer eller en e-postadresse")
    reads(stranger.page, name, shown=False)

    write(editor, phone="55 50 00 24", hours="10-14")
    item = editor.page.locator("li.item", has_text="Faktura og gebyr")
    expect(item).to_contain_text(name)
    reads(stranger.page, name)
    expect(stranger.page.locator("#invoice a[href='tel:+4755500024']")).to_have_text("55 50 00 24")
    expect(stranger.page.locator("#emergency a")).to_have_count(1)
    reads(firm.page, name)
    expect(firm.page.locator("[data-contact=invoice]")).to_contain_text("10-14")
    expect(firm.page.locator("footer")).to_contain_text(name)

    item.locator("a[href='/kontaktpunkter/invoice']").click()
    write(editor, phone="555", email="faktura@vann.example")
    expect(editor.page.locator(".summary")).to_contain_text("Skriv et gyldig telefonnummer.")
    reads(firm.page, "55 50 00 24")
    write(editor, phone="55 50 00 25")
    reads(firm.page, "55 50 00 25")
    expect(firm.page.locator("[data-contact=invoice]")).to_contain_text("faktura@vann.example")

    editor.open("/kontaktpunkter/invoice")
    editor.press("Fjern kontaktpunktet")
    editor.page.click("form[action$='/fjern'] [type=submit]")
    expect(item).to_contain_text("Ikke satt")
    reads(stranger.page, name, shown=False)


def test_the_number_to_the_zone_and_to_the_duty_centre(enter: Enter) -> None:
    editor = enter("operator", java_script_enabled=False)
    editor.log_in(*STAFF["editor"])
    editor.open("/kontaktpunkter/soner/nord")
    zone = editor.page.locator("form[action='/kontaktpunkter/soner/nord']")
    zone.locator("[name=phone]").fill("ring oss")
    zone.locator("[type=submit]").click()
    expect(editor.page.locator(".summary")).to_contain_text("Skriv et gyldig telefonnummer.")
    zone.locator("[name=phone]").fill("55 50 00 11")
    zone.locator("[type=submit]").click()
    expect(editor.page.locator("main")).to_contain_text("55 50 00 11")

    duty = enter("operator", java_script_enabled=False)
    duty.log_in(*STAFF["duty"])
    duty.open("/kontaktpunkter")
    duty.page.click("a[href='/kontaktpunkter/emergency']")
    expect(duty.page.locator("form[action$='/fjern']")).to_have_count(0)
    form = duty.page.locator("form[action='/kontaktpunkter/emergency']")
    form.locator("[name=phone]").fill("")
    form.locator("[type=submit]").click()
    expect(duty.page.locator(".summary")).to_contain_text("nummer kan ikke fjernes")
    expect(duty.page.locator(".emergency .number")).to_contain_text("12 34 56 78")
