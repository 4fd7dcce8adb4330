"""Sikkerhet, as a person uses it: app, passkey, paper, a forgotten password, a new number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pyotp
import pytest
from playwright.sync_api import Page, expect

from deploy.local.description import Description
from services.chassis import clock
from tests.browser.conftest import PASSWORD, Enter, Window
from tests.browser.fitting import beyond_the_edge
from tests.journeys.accounts import Account, new_account
from tests.journeys.conftest import FIRM_ADMIN
from tests.journeys.phones import Phones
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]

SECURITY = "/min-side/sikkerhet"
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
NEW_PASSWORD = "kumlokk-og-rist-88"


@pytest.fixture
def nora(bed: Description) -> Account:
    """Somebody of an approved firm, with a mobile and nothing else."""
    return new_account(bed)


@pytest.fixture
def vera(bed: Description) -> Account:
    """Somebody of the utility's staff."""
    return new_account(bed, portal="operator")


def authenticator(page: Page) -> tuple[Any, str]:
    """A phone or a security key that says yes, plugged into Chromium; how to reach it."""
    chrome = page.context.new_cdp_session(page)
    chrome.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    added = chrome.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return chrome, str(added["authenticatorId"])


def violations(page: Page) -> list[str]:
    """What axe has to say, rule by rule; empty when nothing."""
    page.evaluate(AXE.read_text())
    found = "axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target)))"
    return [str(each) for each in page.evaluate(found)]


def log_out(window: Window) -> None:
    window.page.click("form[action='/logg-ut'] button")
    window.page.wait_for_load_state()


def give_password(window: Window, account: Account, password: str = PASSWORD) -> None:
    window.open("/logg-inn")
    window.page.fill("[name=email]", account.email)
    window.page.fill("[name=password]", password)
    window.page.click("main form:has([name=password]) [type=submit]")
    window.page.wait_for_url("**/logg-inn/kode")


def test_an_app_and_paper_stand_in_for_the_phone(enter: Enter, nora: Account) -> None:
    window = enter()
    page = window.page
    window.log_in(nora.email, nora.mobile)
    window.open(SECURITY)
    page.click(f"a[href='{SECURITY}/app']")
    expect(page.locator("svg.qr")).to_be_visible()
    key = (page.text_content(".key") or "").replace(" ", "")
    page.fill("[name=code]", "000000")
    window.press("Bekreft")
    expect(page.locator(".summary")).to_contain_text("Koden er feil")
    assert (page.text_content(".key") or "").replace(" ", "") == key
    app = pyotp.TOTP(key)
    page.fill("[name=code]", app.at(clock.now()))
    window.press("Bekreft")
    page.wait_for_url("**gjort=app")
    expect(page.locator("main [role=status]")).to_contain_text("Appen er satt opp")

    page.click(f"a[href='{SECURITY}/koder']")
    window.press("Lag nye koder")
    codes = page.locator(".codes li").all_text_contents()
    assert len(codes) == 10
    with page.expect_download() as download:
        page.click("a[download]")
    assert download.value.path().read_text().split() == codes
    log_out(window)

    give_password(window, nora)
    page.select_option("[name=method]", "recovery")
    page.fill("main form:has([name=method]) [name=code]", codes[3].upper().replace("-", " "))
    page.click("main form:has([name=method]) [type=submit]")
    page.wait_for_url("**/saker")
    window.open(SECURITY)
    expect(page.locator("main")).to_contain_text("9 koder igjen")
    expect(page.locator("main")).to_contain_text("Gjenopprettingskode brukt")


def test_staff_make_a_passkey_and_log_in_with_it(enter: Enter, vera: Account) -> None:
    window = enter("operator")
    page = window.page
    window.log_in(vera.email, vera.mobile)
    authenticator(page)
    window.open(f"{SECURITY}/passnokler")
    page.fill("[name=name]", "Nøkkelen på kontoret")
    window.press("Lag passnøkkel")
    page.wait_for_url("**gjort=passnokkel")
    log_out(window)

    give_password(window, vera)
    expect(page.locator("main form").first).to_have_attribute(
        "data-passkey", "/sessions/current/factor/options"
    )
    page.click("form[data-passkey] [type=submit]")
    page.wait_for_url(lambda url: "/logg-inn" not in url)
    window.open(f"{SECURITY}/passnokler")
    page.fill("[name=new_name]", "Skuffen")
    window.press("Endre navn")
    expect(page.locator("main")).to_contain_text("Skuffen")
    window.press("Fjern Skuffen")
    page.wait_for_url("**gjort=passnokkel_fjernet")
    expect(page.locator("main")).to_contain_text("Passnøkkel fjernet")


def test_a_passkey_that_signs_wrongly_is_refused_and_a_code_still_works(
    enter: Enter, vera: Account
) -> None:
    window = enter("operator")
    page = window.page
    window.log_in(vera.email, vera.mobile)
    chrome, authenticator_id = authenticator(page)
    window.open(f"{SECURITY}/passnokler")
    page.fill("[name=name]", "Skuffen")
    window.press("Lag passnøkkel")
    page.wait_for_url("**gjort=passnokkel")
    log_out(window)
    bogus = {"authenticatorId": authenticator_id, "isBogusSignature": True}
    chrome.send("WebAuthn.setResponseOverrideBits", bogus)
    with window.phones.code_to(vera.mobile) as code:
        give_password(window, vera)
        page.click("form[data-passkey] [type=submit]")
        expect(page.locator(".summary")).to_contain_text("Passnøkkelen kunne ikke brukes")
        page.fill("main form.code [name=code]", code())
    page.click("main form.code [type=submit]")
    page.wait_for_url(lambda url: "/logg-inn" not in url)


def test_a_forgotten_password_without_scripts(enter: Enter, nora: Account, phones: Phones) -> None:
    window = enter(java_script_enabled=False)
    page = window.page
    window.open("/logg-inn")
    page.click("a[href='/glemt-passord']")
    seen = phones.ids(nora.email)
    page.fill("[name=email]", nora.email)
    window.press("Send lenke")
    expect(page.locator("main [role=status]")).to_contain_text("Hvis adressen hører til")
    page.goto(phones.link_to(nora.email, seen))
    page.fill("[name=password]", "kort")
    window.press("Lagre passordet")
    expect(page.locator(".summary")).to_contain_text("for svakt")
    page.fill("[name=password]", NEW_PASSWORD)
    window.press("Lagre passordet")
    page.wait_for_url("**/logg-inn?utlogget=passord")
    with phones.code_to(nora.mobile) as code:
        give_password(window, nora, NEW_PASSWORD)
        page.fill("[name=code]", code())
    page.click("main form.code [type=submit]")
    page.wait_for_url("**/saker")


def test_whoever_has_no_mobile_registers_one_by_the_link_in_the_mail(
    bed: Description, enter: Enter, nora: Account, phones: Phones
) -> None:
    """The firm's administrator has let the lost phone go; the explanation is on the page."""
    with Visitor(bed) as admin:
        admin.log_in(*FIRM_ADMIN)
        [row] = admin.get("/firm/users", params={"q": nora.email})["items"]
        checked = {"checked": "Møtte opp på kontoret og ble gjenkjent"}
        admin.post(f"/firm/users/{row['person_id']}/lost-phone", checked)
    window = enter(java_script_enabled=False)
    page = window.page
    seen = phones.ids(nora.email)
    window.open("/logg-inn")
    page.fill("[name=email]", nora.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form:has([name=password]) [type=submit]")
    page.wait_for_url("**/logg-inn/mobil")
    expect(page.locator("main")).to_contain_text("Hvorfor gjør vi dette?")
    page.goto(phones.link_to(nora.email, seen))
    other = nora.another_mobile()
    page.fill("[name=mobile]", other)
    with phones.code_to(other) as code:
        window.press("Send kode")
        page.fill("[name=code]", code())
    page.click("main form.code [type=submit]")
    page.wait_for_url("**/saker")


def test_a_new_number_and_password_without_scripts(
    enter: Enter, nora: Account, phones: Phones
) -> None:
    window = enter(java_script_enabled=False)
    page = window.page
    window.log_in(nora.email, nora.mobile)
    window.open(f"{SECURITY}/mobil")
    other = nora.another_mobile()
    page.fill("[name=mobile]", "12")
    window.press("Send kode")
    expect(page.locator(".summary")).to_be_visible()
    with phones.code_to(other) as code:
        page.fill("[name=mobile]", other)
        window.press("Send kode")
        page.fill("[name=code]", code())
    seen = phones.ids(nora.mobile)
    window.press("Bytt nummer")
    page.wait_for_url("**gjort=mobil")
    expect(page.locator("main")).to_contain_text("Mobilnummeret ditt er nytt")
    phones.next_to(nora.mobile, seen - {""}, holding="Mobilnummeret")
    window.open(f"{SECURITY}/app")
    expect(page.locator("h1")).to_contain_text("Mobilnummeret ditt er nytt")

    window.open(f"{SECURITY}/passord")
    page.fill("[name=current]", "ikke-passordet")
    page.fill("[name=password]", NEW_PASSWORD)
    window.press("Bytt passord")
    expect(page.locator(".summary")).to_contain_text("nåværende passordet er feil")
    page.fill("[name=current]", PASSWORD)
    page.fill("[name=password]", NEW_PASSWORD)
    window.press("Bytt passord")
    page.wait_for_url("**gjort=passord")


def test_an_old_login_is_led_through_the_step_up_and_back(
    enter: Enter, nora: Account, phones: Phones
) -> None:
    window = enter(java_script_enabled=False)
    page = window.page
    window.log_in(nora.email, nora.mobile)
    window.open(f"{SECURITY}/bekreft?til={SECURITY}/koder")
    with phones.code_to(nora.mobile) as code:
        window.press("Send kode")
        page.fill("[name=code]", code())
    window.press("Bekreft")
    page.wait_for_url(f"**{SECURITY}/koder")
    window.open(SECURITY)
    expect(page.locator("main")).to_contain_text("Bekreftet på nytt")
    window.press("Logg ut overalt")
    page.wait_for_url(re.compile("/logg-inn"))


def test_the_pages_are_whole_and_open_to_all_in_three_languages_on_a_narrow_screen(
    enter: Enter, nora: Account
) -> None:
    window = enter(viewport={"width": 320, "height": 640})
    page = window.page
    window.log_in(nora.email, nora.mobile)
    pages = ("", "/app", "/passnokler", "/koder", "/mobil", "/passord", "/hendelser", "/bekreft")
    for language in ("nb", "nn", "en"):
        window.open("/min-side")
        page.locator(f"main .language-form button[value={language}]").click()
        for path in pages:
            window.open(SECURITY + path)
            assert beyond_the_edge(page) == 0, page.url
            assert page.locator("h1").count() == 1
            assert page.locator("[href='/min-side/sikkerhet'], #metoder").count() > 0, page.url
            assert page.get_attribute("html", "lang") == language
            if language == "nb":
                assert violations(page) == [], page.url
