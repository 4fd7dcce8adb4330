"""The firm's administrator makes a key for the firm's software, sees it once, and ends it."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import expect

from deploy.local.description import Description
from tests.browser.conftest import Enter
from tests.browser.fitting import beyond_the_edge
from tests.journeys.conftest import FIRM_ADMIN

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
PATH = "/foretak/api-nokler"


def asked_with(bed: Description, secret: str) -> int:
    """What the firm's software is answered."""
    headers = {"Host": f"localhost:{bed.port}", "Authorization": f"Bearer {secret}"}
    return httpx.get(f"http://127.0.0.1:{bed.port}/api/v1/cases", headers=headers).status_code


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_key_is_made_seen_once_and_ended(
    bed: Description, enter: Enter, *, scripts: bool
) -> None:
    window = enter(java_script_enabled=scripts, viewport={"width": 390, "height": 800})
    window.log_in(*FIRM_ADMIN)
    window.open("/min-side")
    window.page.get_by_role("link", name="API-nøkler for foretakets egne programmer").click()

    window.press("Lag nøkkel")
    summary = window.page.get_by_role("alert")
    expect(summary).to_contain_text("Noen av feltene må rettes")
    assert summary.get_by_role("link").count() == 2

    name = f"Timeliste {'med' if scripts else 'uten'}"
    window.page.get_by_label("Navn").fill(name)
    window.page.get_by_label("Lese saker").check()
    window.press("Lag nøkkel")
    secret = window.page.get_by_label("Nøkkelen", exact=True).input_value()
    assert secret.startswith("epk_")
    assert asked_with(bed, secret) == 200

    window.open(PATH)
    assert secret not in window.page.content()
    expect(window.page.get_by_role("heading", name=name)).to_be_visible()
    window.page.get_by_role("button", name=f"Fjern {name}").click()
    expect(window.page.get_by_role("status").first).to_contain_text("Nøkkelen er fjernet")
    expect(window.page.get_by_role("heading", name=name)).to_have_count(0)
    assert beyond_the_edge(window.page) == 0
