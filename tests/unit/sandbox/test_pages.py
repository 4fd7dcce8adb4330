"""A person reads a phone and answers, also without JavaScript."""

import re

import pytest
from twilio.rest import Client

from .outside import PERSON, PORTAL_NUMBER, Portal, Sandbox, until


def test_the_front_page_lists_phones_and_says_it_is_a_sandbox(
    sandbox: Sandbox, twilio: Client
) -> None:
    twilio.messages.create(to=PERSON, from_=PORTAL_NUMBER, body="Koden din er 123456")
    page = sandbox.http.get("/").text
    assert "ingen ekte meldinger sendes" in page
    assert 'href="/telefon/+4790000001"' in page
    assert "+47 90 00 00 01" in page


def test_a_phone_shows_texts_escaped_with_links(sandbox: Sandbox, twilio: Client) -> None:
    body = "<b>Hei</b> http://localhost:8000/logg-inn?t=abc"
    twilio.messages.create(to=PERSON, from_="Vannverket", body=body)
    page = sandbox.http.get(f"/telefon/{PERSON}").text
    assert "&lt;b&gt;Hei&lt;/b&gt;" in page
    assert '<a href="http://localhost:8000/logg-inn?t=abc"' in page
    assert '<noscript><meta http-equiv="refresh"' in page


def test_a_key_on_the_page_is_pressed_in_the_call(
    sandbox: Sandbox, twilio: Client, portal: Portal
) -> None:
    portal.will_answer(
        "/voice",
        '<Response><Gather numDigits="1" action="/ack" timeout="30"><Say>Trykk 1</Say></Gather>'
        "</Response>",
    )
    portal.will_answer("/ack", "<Response><Say>Takk</Say></Response>")
    call = twilio.calls.create(to=PERSON, from_=PORTAL_NUMBER, url=f"{portal.url}/voice")
    until(lambda: "keypad" in page_of(sandbox))
    assert "Trykk 1" in page_of(sandbox)

    done = sandbox.http.post(
        f"/telefon/{PERSON}/tast", data={"samtale": call.sid, "tast": "1"}, follow_redirects=True
    )

    assert done.status_code == 200
    assert "Takk" in done.text
    assert portal.at("/ack")[0]["Digits"] == "1"


def page_of(sandbox: Sandbox) -> str:
    return sandbox.http.get(f"/telefon/{PERSON}").text


def test_a_person_writes_back_and_hears_when_it_fails(sandbox: Sandbox, portal: Portal) -> None:
    answer = {"tekst": "Jeg kommer"}
    path = f"/telefon/{PERSON}/svar"
    assert "Jeg kommer" in sandbox.http.post(path, data=answer, follow_redirects=True).text
    portal.will_answer("/hooks/twilio/sms", (500, ""))
    failed = sandbox.http.post(path, data=answer, follow_redirects=True).text
    assert "Portalen tok ikke imot meldingen" in failed


def test_faults_are_shown_and_can_be_ended(sandbox: Sandbox) -> None:
    sandbox.fault("sms", "late-callback")
    assert "SMS melder status for sent" in sandbox.http.get("/").text
    ended = sandbox.http.post("/feil/slutt", follow_redirects=True).text
    assert "Feil som spilles nå" not in ended


def test_pages_have_no_inline_style_or_script(sandbox: Sandbox, twilio: Client) -> None:
    twilio.messages.create(to=PERSON, from_=PORTAL_NUMBER, body="hei")
    for path in ("/", f"/telefon/{PERSON}", "/post/a@b.example"):
        response = sandbox.http.get(path)
        assert not re.search(r"\sstyle=|<style|<script(?![^>]* src=)|\son\w+=", response.text)
        assert "default-src 'none'" in response.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/telefon/abc", "/telefon/+47", "/post/a@b.example/EM0"])
def test_what_is_not_there_is_404(sandbox: Sandbox, path: str) -> None:
    assert sandbox.http.get(path).status_code == 404


def test_a_browser_may_say_where_a_form_stands(sandbox: Sandbox) -> None:
    """With ``no-referrer`` a browser's form says ``Origin: null``, which the guard refuses."""
    page = sandbox.http.get("/")
    assert page.headers["referrer-policy"] == "same-origin"
    own = sandbox.http.post("/feil/slutt", headers={"Origin": sandbox.url})
    assert own.status_code == 303
    assert sandbox.http.post("/feil/slutt", headers={"Origin": "null"}).status_code == 403


def test_another_sites_page_cannot_press_or_read(sandbox: Sandbox) -> None:
    foreign = sandbox.http.post(
        f"/telefon/{PERSON}/svar",
        data={"tekst": "x"},
        headers={"Origin": "http://localhost:8000"},
    )
    assert foreign.status_code == 403
    rebound = sandbox.http.get("/api/messages", headers={"Host": "evil.example"})
    assert rebound.status_code == 421
