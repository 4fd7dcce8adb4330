"""The dialogue on the case pages, with scripts and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.browser.test_live import sent_in
from tests.journeys.conftest import FIRM_ADMIN, STAFF

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


def test_a_message_appears_on_the_other_side_and_is_answered(
    enter: Enter, inputs: dict[str, Path]
) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    firm.open(f"/saker/{case_id}")
    caseworker = enter(
        "operator", java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    caseworker.log_in(*STAFF["caseworker"])
    caseworker.open(f"/saker/{case_id}")

    firm.press("Send melding")
    expect(firm.page.locator(".summary")).to_contain_text("Dette må fylles ut.")
    firm.page.fill("[name=message_text]", "Kan vi grave på mandag?")
    firm.page.set_input_files("[name=message_files]", [inputs["grøft med posisjon.jpg"]])
    firm.press("Send melding")
    expect(firm.page.locator("#meldinger")).to_contain_text("Kan vi grave på mandag?")

    caseworker.open("/?vis=alle")
    expect(caseworker.page.locator("#ko")).to_contain_text("1 ulest melding")
    caseworker.open(f"/saker/{case_id}")
    expect(caseworker.page.locator("#meldinger")).to_contain_text("Kan vi grave på mandag?")
    caseworker.page.check('[name="message_kind"][value="internal_note"]')
    caseworker.page.fill("[name=message_text]", "Sjekk med sonen.")
    caseworker.press("Send melding")
    caseworker.page.check('[name="message_kind"][value="answer"]')
    caseworker.page.fill("[name=message_text]", "Ja, mandag passer.")
    caseworker.press("Send melding")
    expect(caseworker.page.locator("#meldinger li")).to_have_count(3)

    expect(firm.page.locator("#meldinger")).to_contain_text("Ja, mandag passer.", timeout=10_000)
    expect(firm.page.locator("#meldinger")).not_to_contain_text("Sjekk med sonen.")
    expect(firm.page.locator("#meldinger")).to_contain_text("Lest av")
