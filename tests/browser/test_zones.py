"""An administrator sets a zone up, a case is distributed by hand, without scripts and with."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from services.chassis.ids import new_id
from services.chassis.norway.utm import to_utm32
from tests.browser import notice
from tests.browser.conftest import Enter
from tests.browser.test_live import sent_in
from tests.journeys.conftest import FIRM_ADMIN, STAFF

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
PLACE = "Kumlokkvegen 10"


def test_a_looked_up_property_goes_to_the_zone_whose_polygon_holds_it(
    enter: Enter, inputs: dict[str, Path]
) -> None:
    """The number says another zone, or none; the point is more exact."""
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    found = firm.page.request.get(f"{firm.url}/api/v1/addresses", params={"q": PLACE}).json()
    east, north = to_utm32(found["items"][0]["lat"], found["items"][0]["lon"])
    around = [(-5, -5), (5, -5), (5, 5), (-5, 5)]
    code = f"z{new_id()[-8:]}"
    administrator = enter("operator", java_script_enabled=False)
    administrator.log_in(*STAFF["administrator"])
    administrator.open("/soner")
    form = administrator.page.locator("form.card")
    form.locator("[name=code]").fill(code)
    form.locator("[name=name]").fill(f"Kai {code}")
    outline = "\n".join(f"{east + x:.2f} {north + y:.2f}" for x, y in around)
    form.locator("[name=polygons]").fill(outline)
    form.locator("[type=submit]").click()
    expect(administrator.page.locator("li.item", has_text=code)).to_contain_text("område på kart")
    case_id = sent_in(firm, inputs, lambda page: notice.look_up(page, PLACE))
    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("#fakta")).to_contain_text(f"Kai {code}")


def test_a_zone_is_made_and_a_case_sent_to_it(enter: Enter, inputs: dict[str, Path]) -> None:
    firm = enter()
    firm.log_in(*FIRM_ADMIN)
    case_id = sent_in(firm, inputs)
    code = f"z{new_id()[-8:]}"
    administrator = enter("operator", java_script_enabled=False)
    administrator.log_in(*STAFF["administrator"])
    administrator.open("/soner")
    form = administrator.page.locator("form.card")
    form.locator("[name=code]").fill(code)
    form.locator("[name=name]").fill(f"Sone {code}")
    form.locator("[name=phone]").fill("+4755500019")
    form.locator("[name=ranges]").fill("Bergen vest")
    form.locator("[type=submit]").click()
    expect(administrator.page.locator(".summary")).to_contain_text("Linje 1 kan ikke leses")
    form = administrator.page.locator("form.card")
    expect(form.locator("[name=code]")).to_have_value(code)
    expect(form.locator("[name=ranges]")).to_have_value("Bergen vest")
    form.locator("[name=ranges]").fill("9901 7/1-9")
    form.locator("[type=submit]").click()
    expect(administrator.page.locator("li.item", has_text=code)).to_contain_text("9901 7/1-9")

    caseworker = enter("operator", viewport={"width": 390, "height": 844})
    caseworker.log_in(*STAFF["caseworker"])
    caseworker.open(f"/saker/{case_id}")
    caseworker.press("Fordel saken")
    caseworker.page.select_option("[name=zone]", code)
    caseworker.press("Flytt til sonen")
    expect(caseworker.page.locator("#fakta")).to_contain_text(f"Sone {code}")
    expect(caseworker.page.locator("#tidslinje")).to_contain_text("Flyttet til en annen sone")
    caseworker.press("Fordel saken")
    caseworker.page.select_option("[name=person_id]", label="Siri Saksbehandler")
    caseworker.press("Gi saken til")
    expect(caseworker.page.locator("#fakta")).to_contain_text("Siri Saksbehandler")
    caseworker.open("/?vis=alle")
    caseworker.press("Filtrer, sorter")
    caseworker.page.select_option("[name=zone]", label=f"Sone {code}")
    caseworker.page.click(".filtering form[method=get] [type=submit]")
    shown = caseworker.page.locator(".queue > li")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text(f"Sone {code}")
    firm.open(f"/saker/{case_id}")
    expect(firm.page.locator("#fakta")).to_contain_text(f"Sone {code}")
    expect(firm.page.locator("#fakta a[href='tel:+4755500019']")).to_be_visible()
