"""Firms on a case, and a change of firm, as people do it on the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from deploy.local.description import Description
from tests.browser.conftest import Enter
from tests.browser.test_live import sent_in
from tests.journeys.conftest import FIRM_ADMIN, STAFF, NewFirm
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import approve, register
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


def approved_rival(bed: Description, phones: Phones) -> NewFirm:
    """Another rørlegger firm."""
    firm = NewFirm.made_up()
    with Visitor(bed) as stranger, Visitor(bed, "operator") as registrar:
        register(stranger, firm, phones)
        registrar.log_in(*STAFF["registrar"])
        approve(registrar, firm)
    return firm


def test_a_firm_is_invited_joins_and_takes_the_case_over(
    enter: Enter, bed: Description, phones: Phones, inputs: dict[str, Path]
) -> None:
    rival = approved_rival(bed, phones)
    firm = enter(viewport={"width": 390, "height": 844})
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    other = enter(java_script_enabled=False)
    other.log_in(rival.email, rival.mobile)
    firm.open(f"/saker/{case_id}")
    firm.press("Inviter et foretak")
    firm.page.fill("[name=orgnr]", "123456789")
    firm.press("Send invitasjon")
    expect(firm.page.locator(".summary")).to_be_visible()
    firm.page.fill("[name=orgnr]", rival.orgnr)
    firm.page.check('[name="role"][value="UTF"]')
    firm.press("Send invitasjon")
    expect(firm.page.locator("#foretak")).to_contain_text("Venter på svar")

    other.open("/saker/invitasjoner")
    other.page.locator("li.item", has_text="Rørleggermelding").first.get_by_role(
        "button", name="Bli med på saken"
    ).click()
    other.open(f"/saker/{case_id}")
    expect(other.page.locator("main")).to_contain_text("Utførende (UTF)")

    caseworker = enter("operator")
    caseworker.log_in(*STAFF["caseworker"])
    caseworker.open(f"/saker/{case_id}")
    caseworker.press("Bytt foretak")
    caseworker.page.fill("[name=orgnr]", rival.orgnr)
    caseworker.page.fill("[name=transfer_reason]", "Firmaet har overtatt jobben")
    form = caseworker.page.locator('form[action$="/bytt-foretak"]')
    form.get_by_role("button", name="Bytt foretak").click()
    expect(caseworker.page.locator(".summary")).to_contain_text("Begge foretakene")
    caseworker.page.fill("[name=former_by]", "Ada Rørvik")
    caseworker.page.fill("[name=new_by]", "Eva Entreprenør")
    form.get_by_role("button", name="Bytt foretak").click()
    expect(caseworker.page.locator("#tidslinje")).to_contain_text("flyttet til et annet foretak")

    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("main")).to_contain_text("Slik så saken ut for dere")
    other.open(f"/saker/{case_id}")
    other.page.get_by_role("button", name="Bli kontaktperson").click()
    expect(other.page.locator("#foretak")).to_contain_text("Kontaktperson")
    caseworker.open("/oppsett")
    other.open("/saker/invitasjoner")
