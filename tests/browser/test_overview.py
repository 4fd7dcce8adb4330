"""The firm's first page and the utility's queue: narrowed, saved and taken out as a file."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from services.chassis.ids import new_id
from tests.browser import notice
from tests.browser.conftest import Enter
from tests.journeys.conftest import FIRM_ADMIN, STAFF

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_firm_narrows_its_list_saves_that_and_takes_it_out(enter: Enter, scripts: bool) -> None:
    firm = enter(java_script_enabled=scripts)
    firm.log_in(*FIRM_ADMIN)
    page = firm.page
    notice.begin(firm)
    firm.open("/saker")
    expect(page.locator(".figures")).to_contain_text("utkast")
    page.click(".filtering > summary")
    page.select_option("[name=status]", "draft")
    page.select_option("[name=type]", "RORM")
    firm.press("Vis")
    assert "status=draft" in page.url
    assert page.locator(".list.cases > li").count() >= 1
    name = f"Utkast {new_id()[-6:]}"
    page.fill("[name=name]", name)
    firm.press("Lagre utvalget")
    firm.open("/saker")
    page.click(f'.chips a:has-text("{name}")')
    assert "status=draft" in page.url
    page.click(".filtering > summary") if not page.is_visible("[download]") else None
    with page.expect_download() as download:
        page.click("[download]")
    assert download.value.suggested_filename == "saker.csv"
    page.click(f'.chips li:has-text("{name}") button')
    expect(page.locator(f'.chips a:has-text("{name}")')).to_have_count(0)


def test_the_queue_is_narrowed_too(enter: Enter) -> None:
    staff = enter("operator")
    staff.log_in(*STAFF["caseworker"])
    page = staff.page
    staff.open("/?vis=alle")
    page.click(".filtering > summary")
    page.select_option("[name=zone]", label="Sone nord")
    staff.press("Vis")
    expect(page.locator("[name=zone]")).to_have_value("nord")
    expect(page.locator("#ko")).not_to_contain_text("Sone sør")
    page.click("text=Fjern filtrene")
    assert "zone" not in page.url
