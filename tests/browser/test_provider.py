"""Staff log in with their utility's own login, in a browser; who should not get in does not."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import expect

from deploy.local.description import Description
from tests.browser.conftest import Enter, Window
from tests.journeys.conftest import FIRM_ADMIN

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


def choose(window: Window, name: str) -> None:
    """From the portal's login page to the provider's, and back."""
    window.open("/logg-inn")
    window.page.get_by_role("link", name="Logg inn med Fjordby ID").click()
    window.page.get_by_role("link", name=name).click()
    window.page.wait_for_load_state()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_caseworker_comes_in_and_out(enter: Enter, *, scripts: bool) -> None:
    window = enter("operator", java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    window.open("/logg-inn?til=/nedetid")
    window.page.get_by_role("link", name="Logg inn med Fjordby ID").click()
    window.page.get_by_role("link", name="Siri Saksbehandler").click()
    window.page.wait_for_url("**/nedetid")
    names = {cookie["name"] for cookie in window.page.context.cookies([window.url])}
    assert "__Host-session" in names
    window.open("/min-side")
    expect(window.page.locator("main")).to_contain_text("siri@fjordby.example")


def test_one_without_a_role_is_told_so_and_can_still_use_a_password(enter: Enter) -> None:
    window = enter("operator")
    choose(window, "Nils Nabo")
    expect(window.page.get_by_role("alert")).to_contain_text("Du får ikke tilgang hit")
    expect(window.page.get_by_label("Passord")).to_be_visible()
    choose(window, "Avbryt")
    expect(window.page.get_by_role("alert")).to_contain_text("Du får ikke tilgang hit")


def test_a_password_there_alone_leads_on_to_a_mobile_here(enter: Enter) -> None:
    window = enter("operator")
    choose(window, "Egil Enkel")
    window.page.wait_for_url("**/logg-inn/mobil")
    expect(window.page.get_by_role("heading", level=1)).to_contain_text("Registrer mobil")


def test_the_same_person_is_staff_and_contractor_each_on_their_own_portal(
    bed: Description, enter: Enter
) -> None:
    staff, firm = enter("operator"), enter()
    choose(staff, "Ada Rørvik")
    firm.log_in(*FIRM_ADMIN)
    for window, other in ((staff, bed.base_url), (firm, bed.operator_url)):
        window.open("/min-side")
        expect(window.page.locator("main")).to_contain_text("admin@rorlegger.example")
        secret = next(
            cookie["value"]
            for cookie in window.page.context.cookies([window.url])
            if cookie["name"] == "__Host-session"
        )
        answer = httpx.get(
            f"http://127.0.0.1:{bed.port}/api/v1/me",
            headers={
                "Host": other.removeprefix("http://"),
                "Cookie": f"__Host-session={secret}",
            },
        )
        assert answer.status_code == 401


def test_with_the_provider_away_the_page_says_so(bed: Description, enter: Enter) -> None:
    window = enter("operator")
    fault = {"target": "oidc", "mode": "500", "seconds": 60}
    httpx.post(f"{bed.sandbox_url}/api/faults", json=fault).raise_for_status()
    try:
        choose(window, "Siri Saksbehandler")
        expect(window.page.get_by_role("alert")).to_contain_text("svarer ikke akkurat nå")
    finally:
        httpx.post(f"{bed.sandbox_url}/api/faults", json={"target": "oidc", "mode": "none"})
