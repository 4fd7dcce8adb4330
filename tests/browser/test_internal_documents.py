"""Documents of the utility's: put on a case at a desk, read on a phone, shielded under its eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter, Window
from tests.browser.fitting import beyond_the_edge
from tests.browser.test_live import sent_in
from tests.journeys.conftest import FIRM_ADMIN, STAFF

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
PHONE = {"width": 390, "height": 844}
REPORT = "Befaringsrapport fra januar"


def put_in(desk: Window, case_id: str, journal_type: str, title: str, file: Path) -> None:
    """The form filled in and sent."""
    desk.open(f"/saker/{case_id}")
    desk.press("Legg til dokument")
    desk.page.check(f'[name="entry.journal_type"][value="{journal_type}"]')
    desk.page.fill('[name="entry.title"]', title)
    desk.page.set_input_files("[name=file]", [file])
    desk.press("Legg i saken")


def about(desk: Window, case_id: str, title: str) -> None:
    """The page of a document on the case, once it has passed inspection."""
    row = desk.page.locator("#dokumenter li", has_text=title)
    expect(row.locator("a[download]")).to_be_visible(timeout=20_000)
    desk.open(f"/saker/{case_id}")
    row.locator("a", has_text="Om dokumentet").click()
    desk.page.wait_for_url("**/dokumenter/*")


def test_the_firm_reads_what_goes_out_and_loses_what_is_shielded_at_once(
    enter: Enter, inputs: dict[str, Path]
) -> None:
    plan = inputs["situasjonsplan.pdf"]
    firm = enter(viewport=PHONE)
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("#dokumenter")).to_contain_text("Kvittering", timeout=60_000)
    expect(firm.page.locator("html")).to_have_attribute("data-live", "on")
    firm.page.fill("[name=message_text]", "Et svar som ikke er sendt")
    desk = enter("operator", viewport={"width": 1280, "height": 900})
    desk.log_in(*STAFF["caseworker"])
    desk.open(f"/saker/{case_id}")

    desk.press("Legg til dokument")
    desk.press("Legg i saken")
    expect(desk.page.locator(".summary li")).to_have_count(3)
    put_in(desk, case_id, "X", "Notat om grunnforhold", plan)
    about(desk, case_id, "Notat om grunnforhold")
    put_in(desk, case_id, "N", "Spør sonen om kapasitet", plan)
    expect(desk.page.locator("#dokumenter")).to_contain_text("Til oppfølging")
    put_in(desk, case_id, "U", REPORT, plan)
    mine = firm.page.locator("#dokumenter")
    expect(mine).to_contain_text(REPORT, timeout=20_000)
    expect(mine).to_contain_text("Numre som mangler i rekken")
    expect(firm.page.locator("#tidslinje")).to_contain_text("Dokument lagt i saken")
    for unseen in ("grunnforhold", "kapasitet"):
        expect(firm.page.locator("body")).not_to_contain_text(unseen)

    firm.press("Vedlegg")
    expect(firm.page.locator("body")).to_contain_text("fdv oljeutskiller.pdf")
    about(desk, case_id, "fdv oljeutskiller")
    shield(desk, "FORRETNINGSHEMMELIGHETER")
    expect(firm.page.locator("body")).not_to_contain_text("fdv oljeutskiller", timeout=10_000)
    expect(mine).not_to_contain_text("Kvittering")  # it lists the names of what was sent in
    desk.open(f"/saker/{case_id}")
    about(desk, case_id, REPORT)
    desk.press("Skjerm dokumentet")
    expect(desk.page.locator(".summary")).to_contain_text("Dette må fylles ut.")
    shield(desk, "SIKRING")
    expect(firm.page.locator("body")).not_to_contain_text(REPORT, timeout=10_000)
    expect(firm.page.locator("#tidslinje")).not_to_contain_text("Dokument lagt i saken")
    expect(firm.page.locator("[name=message_text]")).to_have_value("Et svar som ikke er sendt")

    desk.press("Opphev skjermingen")
    desk.page.fill("[name=lift_reason]", "Ventilene er sladdet.")
    desk.page.click('form[action$="/vis"] [type=submit]')
    expect(desk.page.locator("main")).not_to_contain_text("Skjermet for foretakene")
    expect(mine).to_contain_text(REPORT, timeout=10_000)
    firm.open(f"/saker/{case_id}/versjoner")
    expect(firm.page.locator("main")).to_contain_text("Vedlegg")
    expect(firm.page.locator("main")).not_to_contain_text("fdv oljeutskiller")
    assert beyond_the_edge(firm.page) == 0


def shield(desk: Window, basis: str) -> None:
    """The form of the document's page."""
    desk.page.select_option("[name=basis]", basis)
    desk.page.fill("[name=reason]", "Skal ikke ut.")
    desk.press("Skjerm dokumentet")
    expect(desk.page.locator("main")).to_contain_text("Skjermet for foretakene")


def test_the_same_without_scripts_on_a_phone(enter: Enter, inputs: dict[str, Path]) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    desk = enter("operator", java_script_enabled=False, viewport=PHONE)
    desk.log_in(*STAFF["caseworker"])
    put_in(desk, case_id, "N", "Spør sonen", inputs["situasjonsplan.pdf"])
    row = desk.page.locator("#dokumenter li", has_text="Spør sonen")
    expect(row).to_contain_text("Internt, skal følges opp")
    for _ in range(20):
        if row.locator("a[download]").count():
            break
        desk.open(f"/saker/{case_id}")
    row.locator("a", has_text="Om dokumentet").click()
    desk.page.wait_for_load_state()
    desk.press("Merk som fulgt opp")
    expect(desk.page.locator("main")).to_contain_text("Fulgt opp av Siri Saksbehandler")
    shield(desk, "ORGANINTERNT")
    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("#dokumenter")).not_to_contain_text("Spør sonen")
