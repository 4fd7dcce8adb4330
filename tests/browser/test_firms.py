"""Firms in a browser: found, registered, kept right, stopped; private persons shown the way."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from deploy.local.description import Description
from services.chassis import clock
from tests.browser.conftest import Enter, Window
from tests.browser.fitting import beyond_the_edge
from tests.journeys.conftest import FIRM_ADMIN, STAFF, NewFirm
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import approve, register
from tests.journeys.visitor import PASSWORD, Visitor
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]
PHONE = {"width": 390, "height": 844}
PRIVATE_PERSON = "010170 12345"


@pytest.fixture
def firm(bed: Description, phones: Phones) -> NewFirm:
    """An approved firm nobody else uses."""
    made = NewFirm.made_up()
    with Visitor(bed) as visitor, Visitor(bed, "operator") as registrar:
        register(visitor, made, phones)
        registrar.log_in(*STAFF["registrar"])
        approve(registrar, made)
    return made


def ensure_fits(page: Page) -> None:
    """No sideways scrolling, one first heading."""
    assert beyond_the_edge(page) == 0, page.url
    assert page.locator("h1").count() == 1, page.url


def test_from_a_hit_it_is_one_click_to_the_login_of_that_firm(enter: Enter, phones: Phones) -> None:
    email, mobile = FIRM_ADMIN
    visitor = enter(viewport=PHONE)
    page = visitor.page
    visitor.open("/")
    page.fill("[name=q]", "fjorby rør")
    page.press("[name=q]", "Enter")
    ensure_fits(page)
    page.get_by_role("link", name="Åpne Entreprenørportalen for Fjordby Rør AS").click()
    expect(page.locator("main")).to_contain_text(
        "Du logger inn for Fjordby Rør AS hos Fjordby Vann"
    )
    with phones.code_to(mobile) as code:
        page.fill("[name=email]", email)
        page.fill("[name=password]", PASSWORD)
        page.click("main form [type=submit]")
        page.wait_for_url("**/logg-inn/kode")
        page.fill("[name=code]", code())
    page.click("main form:has([name=code]) [type=submit]")
    page.wait_for_url("**/saker")


def test_no_hit_registers_right_there_with_what_was_typed(enter: Enter) -> None:
    visitor = enter(viewport=PHONE)
    page = visitor.page
    visitor.open("/finn-firma?q=Qvxzt+Qwxk")
    expect(page.locator("#treff")).to_have_text("0 treff")
    visitor.press("Registrer foretak")
    page.wait_for_url("**/registrer**")
    expect(page.locator("[name='firm.name']")).to_have_value("Qvxzt Qwxk")
    expect(page.get_by_label("Brønnborer")).to_be_visible()
    ensure_fits(page)


def test_a_private_person_is_shown_where_their_forms_are(enter: Enter) -> None:
    visitor = enter()
    page = visitor.page
    visitor.open("/registrer")
    page.fill("[name=orgnr]", PRIVATE_PERSON)
    page.click("main form [type=submit]:not([name=go])")
    page.wait_for_load_state()
    forms = page.get_by_role("link", name="Skjemaer for privatpersoner").first
    expect(forms).to_have_attribute("href", "https://www.fjordby.example/skjema")
    assert PRIVATE_PERSON not in page.content(), "the number is shown to nobody"
    visitor.open(f"/finn-firma?q={PRIVATE_PERSON.replace(' ', '')}")
    expect(page.get_by_role("heading", name="Er du privatperson?")).to_be_visible()


def test_each_utility_has_its_host_its_name_its_colours_and_its_numbers(
    enter: Enter, bed: Description
) -> None:
    visitor = enter()
    page = visitor.page
    for host, name, theme, phone in (
        ("localhost", "Fjordby Vann", "theme-fjord", "+4712345678"),
        ("vestvik.localhost", "Vestvik VA", "theme-furu", "+4712345680"),
        ("ovingsvann.localhost", "Øvingsvann", "theme-lyng", "+4712345679"),
    ):
        page.goto(f"http://{host}:{bed.port}/")
        expect(page.locator("header .brand b")).to_have_text(name)
        expect(page.locator("html")).to_have_class(re.compile(rf"\b{theme}\b"))
        expect(page.locator(f".emergency a[href='tel:{phone}']")).to_be_visible()
        ensure_fits(page)


def test_a_firm_keeps_its_profile_asks_elsewhere_and_proves_what_it_can(
    enter: Enter, firm: NewFirm, phones: Phones, inputs: dict[str, Path]
) -> None:
    administrator = enter(viewport=PHONE)
    page = administrator.page
    administrator.log_in(firm.email, firm.mobile)
    administrator.open("/foretaket")
    ensure_fits(page)
    page.fill("[name='emails.contact']", "ikke en adresse")
    administrator.press("Lagre")
    expect(page.locator(".summary")).to_be_visible()
    new = f"kontakt.{firm.orgnr}@nytt.example"
    seen = phones.ids(new)
    page.fill("[name='emails.contact']", new)
    page.get_by_label("Landmåler").check()
    administrator.press("Lagre")
    expect(page.locator("main")).to_contain_text(f"Venter på at {new} blir bekreftet")
    expect(page.get_by_label("Landmåler")).to_be_checked()

    link = urlsplit(phones.link_to(new, seen))
    anybody = enter()
    anybody.open(f"{link.path}?{link.query}")
    anybody.press("Ja, adressen er vår")
    expect(anybody.page.locator("h1")).to_have_text("Bekreftet")
    anybody.open(f"{link.path}?{link.query}")
    anybody.press("Ja, adressen er vår")
    expect(anybody.page.locator(".summary")).to_be_visible()

    administrator.open("/foretaket/verk")
    administrator.press("Søk om godkjenning hos Vestvik vatn og avløp")
    waiting = page.locator("li", has_text="Vestvik").get_by_text("Venter på godkjenning")
    expect(waiting).to_be_visible()
    ensure_fits(page)

    administrator.open("/foretaket/kompetanse")
    administrator.press("Send til kontroll")
    expect(page.locator(".summary li")).to_have_count(3)
    page.select_option("[name=type]", "adk1")
    page.fill("[name=number]", "ADK-4711")
    page.fill("[name=holder]", "Nils Nyrør")
    page.fill("[name=issued_on]", (clock.today() - timedelta(days=100)).isoformat())
    page.set_input_files("[name=proof]", inputs["situasjonsplan.pdf"])
    administrator.press("Send til kontroll")
    expect(page.locator("li h2")).to_have_text("ADK1-sertifikat")
    expect(page.get_by_text("Venter på kontroll")).to_be_visible()
    ensure_fits(page)
    ensure_verified(enter("operator"), firm)
    page.reload()
    expect(page.locator("li").get_by_text("Bekreftet", exact=True)).to_be_visible()


def ensure_verified(registrar: Window, firm: NewFirm) -> None:
    """The registrar finds it in the queue."""
    registrar.log_in(*STAFF["registrar"])
    registrar.open("/foretak")
    registrar.page.click("text=Kompetanse som venter")
    row = registrar.page.locator("li", has_text=f"Nyrør {firm.orgnr} AS")
    row.get_by_role("button", name="Bekreft").click()
    expect(row).to_have_count(0)


def test_a_registrar_stops_a_firm_and_lets_it_go_on(enter: Enter, firm: NewFirm) -> None:
    registrar = enter("operator", viewport=PHONE)
    page = registrar.page
    registrar.log_in(*STAFF["registrar"])
    registrar.open(f"/foretak?q={firm.orgnr}")
    page.click(f"main a:has-text('Nyrør {firm.orgnr} AS')")
    ensure_fits(page)
    page.click("summary:has-text('Sperr for innsending')")
    page.fill("details[open] [name=reason]", "Ubetalte gebyr")
    page.click("details[open] [type=submit]")
    expect(page.get_by_text("Ubetalte gebyr")).to_be_visible()
    ensure_fits(page)

    stopped = enter()
    stopped.log_in(firm.email, firm.mobile)
    stopped.open("/foretaket")
    expect(stopped.page.locator(".note").first).to_contain_text("har sperret foretaket")
    expect(stopped.page.locator(".note").first).to_contain_text("Ubetalte gebyr")
    letter = stopped.page.get_by_role("link", name="Foretaket er sperret for innsending")
    until(lambda: stopped.page.reload() and letter.count(), what="the letter")
    with stopped.page.expect_download() as download:
        letter.click()
    paper = " ".join(page.extract_text() for page in PdfReader(download.value.path()).pages)
    assert "Ubetalte gebyr" in paper
    assert firm.orgnr in paper.replace(" ", "")

    registrar.page.reload()
    expect(registrar.page.get_by_role("link", name="Foretaket er sperret")).to_be_visible()
    registrar.press("Opphev sperringen")
    expect(page.locator(".tag").first).to_have_text("Godkjent")
