"""An administrator says when unused accounts rest, in a browser without scripts, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Enter
from tests.journeys.conftest import STAFF

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
FORM = "form[action='/oppsett/ubrukte-kontoer']"
FIELDS = ("warn_days", "rest_days", "erase_days")


def test_what_is_too_short_is_refused_and_the_rest_is_kept(enter: Enter) -> None:
    window = enter("operator", java_script_enabled=False, viewport={"width": 390, "height": 844})
    window.log_in(*STAFF["administrator"])
    window.open("/oppsett")
    page = window.page
    page.click("a[href='/oppsett/ubrukte-kontoer']")
    before = [page.input_value(f"{FORM} [name={name}]") for name in FIELDS]
    page.fill(f"{FORM} [name=warn_days]", "30")
    page.fill(f"{FORM} [name=erase_days]", "aldri")
    page.click(f"{FORM} [type=submit]")
    expect(page.locator(".summary li")).to_have_count(2)
    expect(page.locator(f"{FORM} [name=warn_days]")).to_have_value("30")
    window.open("/oppsett/ubrukte-kontoer")
    assert [page.input_value(f"{FORM} [name={name}]") for name in FIELDS] == before

    page.fill(f"{FORM} [name=erase_days]", "400")
    page.click(f"{FORM} [type=submit]")
    page.wait_for_url("**/oppsett")
    window.open("/oppsett/ubrukte-kontoer")
    expect(page.locator(f"{FORM} [name=erase_days]")).to_have_value("400")
    page.fill(f"{FORM} [name=erase_days]", before[2])
    page.click(f"{FORM} [type=submit]")
    page.wait_for_url("**/oppsett")
