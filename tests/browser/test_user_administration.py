"""Brukere in a browser, scripts off where people may have them off."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from services.chassis import clock
from tests.browser.conftest import PASSWORD, Enter, Window
from tests.browser.test_people import ensure_whole
from tests.journeys.conftest import FIRM_ADMIN, OTHER_FIRM, STAFF
from tests.journeys.phones import Phones
from tests.support.waiting import until

pytestmark = [pytest.mark.system, pytest.mark.timeout(300)]


def made_up() -> tuple[str, str]:
    """An address and a mobile nobody has used."""
    number = int(clock.now().timestamp() * 1000) % 10_000_000
    return f"tone{number}@nytt.example", f"+474{number:07d}"


def test_a_user_is_invited_joins_without_scripts_and_is_locked(
    enter: Enter, phones: Phones
) -> None:
    email, mobile = made_up()
    admin = enter()
    admin.log_in(*FIRM_ADMIN)
    admin.open("/brukere")
    admin.press("Inviter en bruker")
    admin.press("Send invitasjonen")
    expect(admin.page.locator(".summary")).to_contain_text("Noen av feltene må rettes")
    admin.page.fill("[name=email]", email)
    admin.page.check("[name=roles][value=applicant]")
    seen = phones.ids(email)
    admin.press("Send invitasjonen")
    expect(admin.page.locator("#invitasjoner ~ .list")).to_contain_text(email)

    tone = enter(java_script_enabled=False, viewport={"width": 390, "height": 800})
    tone.page.goto(phones.link_to(email, seen))
    ensure_whole(tone.page, "nb")
    tone.page.fill("[name=name]", "Tone Trykk")
    tone.page.fill("[name=mobile]", mobile)
    tone.page.fill("[name=password]", PASSWORD)
    with phones.code_to(mobile) as code:
        tone.press("Gå videre")
    ensure_whole(tone.page, "nb")
    tone.page.fill("[name=code]", code())
    tone.press("Bekreft og bli bruker")
    expect(tone.page.locator("h1")).to_have_text("Velkommen!")
    tone.log_in(email, mobile)
    expect(tone.page.locator("h1")).to_have_text("Saker")

    admin.open(f"/brukere?q={email}")
    admin.page.click("a.cover:has-text('Tone Trykk')")
    admin.page.wait_for_load_state()
    ensure_whole(admin.page, "nb")
    admin.press("Sperr brukeren")
    expect(admin.page.locator("main")).to_contain_text("Sperret")
    until(lambda: is_out(tone), within=15, what="the end of the session")
    admin.press("Åpne for brukeren")
    admin.page.fill("[name=checked]", "Viste førerkort, fnr 018190 00049")
    admin.press("Fjern den gamle mobilen")
    expect(admin.page.locator(".summary")).to_contain_text("fødselsnummer")
    admin.page.fill("[name=checked]", "Møtte opp på kontoret")
    admin.press("Fjern den gamle mobilen")
    expect(admin.page.locator("dl.facts")).to_contain_text("Ikke registrert")


def is_out(person: Window) -> bool:
    """Looks again; the gateway may remember a session for three seconds."""
    person.open("/saker")
    return "/logg-inn" in person.page.url


def test_the_utility_sees_users_staff_and_the_trail_and_tries_an_import(
    enter: Enter, tmp_path: Path
) -> None:
    staff = enter("operator", viewport={"width": 390, "height": 800})
    staff.log_in(*STAFF["administrator"])
    for path in ("/brukere", "/ansatte", "/sporing", "/brukere/import", "/min-side/personvern"):
        staff.open(path)
        ensure_whole(staff.page, "nb")
    staff.open("/sporing?stream=tries")
    expect(staff.page.locator("main .list")).to_contain_text("Sporingen lest")
    staff.open("/sporing?since=i+går")
    expect(staff.page.locator(".summary")).to_contain_text("gyldig")

    email, _ = made_up()
    file = tmp_path / "brukere.csv"
    file.write_bytes(f"e-post;navn;orgnr;roller\n{email};Ås;000;leser".encode("cp1252"))
    staff.open("/brukere/import")
    staff.page.set_input_files("[name=file]", file)
    staff.press("Prøv uten å lagre")
    expect(staff.page.locator("tbody")).to_contain_text("Skriv et gyldig organisasjonsnummer")
    assert staff.page.locator("button[value=run]").count() == 0


def test_nobody_is_erased_by_accident(enter: Enter) -> None:
    person = enter()
    person.log_in(*FIRM_ADMIN)
    person.open("/min-side/personvern")
    with person.page.expect_download() as download:
        person.page.click("a[href='/min-side/mine-data.json']")
    assert download.value.suggested_filename == "mine-data.json"
    person.press("Slett brukeren min")
    expect(person.page.locator("#f-sure-wrong")).to_be_visible()
    person.page.check("[name=sure]")
    person.press("Slett brukeren min")
    expect(person.page.locator(".summary")).to_contain_text("siste administratoren")


def test_who_is_in_two_firms_chooses_from_any_page_without_scripts(
    enter: Enter, phones: Phones
) -> None:
    email, mobile = made_up()
    admin, other = enter(), enter()
    admin.log_in(*FIRM_ADMIN)
    other.log_in(*OTHER_FIRM)
    both = enter(java_script_enabled=False)
    for inviter in (admin, other):
        inviter.open("/brukere")
        inviter.press("Inviter en bruker")
        inviter.page.fill("[name=email]", email)
        inviter.page.check("[name=roles][value=reader]")
        seen = phones.ids(email)
        inviter.press("Send invitasjonen")
        both.page.goto(phones.link_to(email, seen))
        if inviter is admin:
            both.page.fill("[name=name]", "Begge To")
            both.page.fill("[name=mobile]", mobile)
            both.page.fill("[name=password]", PASSWORD)
            with phones.code_to(mobile) as code:
                both.press("Gå videre")
            both.page.fill("[name=code]", code())
            both.press("Bekreft og bli bruker")
            both.log_in(email, mobile)
        else:
            both.press("Ta imot invitasjonen")
    second = enter(java_script_enabled=False)
    second.log_in(email, mobile)
    expect(second.page.locator("#velg-foretak")).to_be_visible()
    firms = second.page.locator("section:has(#velg-foretak) button")
    name = firms.first.inner_text().partition(",")[0]
    firms.first.click()
    expect(second.page.locator("a.person")).to_contain_text(name)
    second.page.click("details.switch summary")
    second.page.locator("details.switch button").last.click()
    expect(second.page.locator("a.person")).not_to_contain_text(name)
