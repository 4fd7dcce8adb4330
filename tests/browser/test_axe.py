"""Every type of page of both portals has no violation axe finds, wide and narrow.

`AXE_LANGUAGES="nb nn en"` walks all three; the suite walks bokmål.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from playwright.sync_api import Page, ViewportSize

from deploy.local.description import Description
from gateway.routes import add_routes
from gateway.session.access import access_of
from services.chassis import clock
from tests.browser import walk
from tests.browser.conftest import PASSWORD, Enter, Window
from tests.browser.fitting import beyond_the_edge
from tests.browser.test_security import AXE
from tests.journeys.conftest import FIRM_ADMIN, STAFF, NewFirm
from tests.journeys.forms import plumbing_notice
from tests.journeys.phones import Phones
from tests.journeys.test_main_job_api import attach_and_submit, in_status
from tests.journeys.visitor import Visitor
from tests.support.waiting import until

SHOTS = os.environ.get("AXE_SHOTS", "")
"""A folder for a picture of each page at 320 px, to be looked at."""
LANGUAGES = os.environ.get("AXE_LANGUAGES", "nb").split()
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 640}
NO_MOBILE = "ny@uregistrert.example"
FOUND = (
    "axe.run({resultTypes: ['violations'], preload: false}).then(r => r.violations.map("
    "v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.failureSummary)))"
)


@dataclass
class Walk:
    """Goes from page to page and notes what is wrong, so that one run tells it all."""

    enter: Enter
    language: str
    things: dict[str, str]
    wrong: list[str] = field(default_factory=list)

    def begin(self, portal: str = "contractor") -> Window:
        """A window in the walk's language."""
        window = self.enter(portal, viewport=WIDE)
        window.page.context.add_init_script(path=AXE)
        window.open("/logg-inn")
        with window.page.expect_navigation():
            window.page.click(f".language-form button[value={self.language}]")
        return window

    def look(self, page: Page) -> None:
        """As it stands, wide and narrow."""
        page.wait_for_load_state()
        page.locator("main").wait_for()
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            said = [f"{page.url} at {size['width']}: {each}" for each in page.evaluate(FOUND)]
            self.wrong += said
        if beyond_the_edge(page):
            self.wrong.append(f"{page.url} scrolls sideways at 320")
        if page.get_attribute("html", "lang") != self.language:
            self.wrong.append(f"{page.url} is not in {self.language}")
        if SHOTS:
            page.screenshot(
                full_page=True, path=Path(SHOTS, f"{len(list(Path(SHOTS).iterdir())):03d}.png")
            )
        page.set_viewport_size(WIDE)

    def all_of(self, window: Window, paths: tuple[str, ...]) -> None:
        """Each of them, with the walk's own things where a path wants one."""
        for path in paths:
            window.open(path.format(**self.things))
            self.look(window.page)

    def wrongly_sent(self, window: Window, path: str, button: str) -> None:
        """A form sent empty, with its faults."""
        window.open(path)
        window.page.locator(button).locator("visible=true").last.click()
        window.page.wait_for_load_state()
        self.look(window.page)


@pytest.fixture
def things(bed: Description) -> Iterator[dict[str, str]]:
    """A draft, a case with a letter and a message, a news post, people and a firm."""
    with Visitor(bed) as firm, Visitor(bed, "operator") as staff:
        firm.log_in(*FIRM_ADMIN)
        staff.log_in(*STAFF["caseworker"])
        draft = firm.post("/cases", {"type": "RORM", "title": "Utkast"})
        values = {"version": draft["version"], "values": plumbing_notice()}
        firm.did("PATCH", f"/cases/{draft['case_id']}/form", json=values)
        case = firm.post("/cases", {"type": "RORM", "title": "Med brev"})["case_id"]
        attach_and_submit(firm, case)
        until(lambda: in_status(firm, case, "received"), what="received")
        staff.act(case, "assign")
        missing = [{"code": "clarify", "text": "Hvor går ledningen?"}]
        due_on = (clock.today() + timedelta(days=21)).isoformat()
        staff.act(case, "request_information", missing=missing, due_on=due_on)
        firm.post(f"/cases/{case}/messages", {"text": "Vi kommer tilbake til det."})
        with Visitor(bed, "operator") as administrator:
            administrator.log_in(*STAFF["administrator"])
            [who] = administrator.get("/operator/users", params={"q": FIRM_ADMIN[0]})["items"]
            colleague = administrator.get("/operator/staff")["items"][0]
        yield {
            "draft": draft["case_id"],
            "case": case,
            "document": staff.get(f"/cases/{case}/documents")["items"][0]["document_id"],
            "slug": firm.get("/news")["items"][0]["slug"],
            "firm_id": who["firm_id"],
            "person_id": who["person_id"],
            "staff_id": colleague["person_id"],
        }


@pytest.mark.system
@pytest.mark.timeout(400)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page(
    enter: Enter, things: dict[str, str], phones: Phones, language: str
) -> None:
    walking = Walk(enter, language, things)
    walk_as_a_stranger(walking, phones)
    walk_as_a_firm(walking, phones)
    walk_as_staff(walking)
    assert not walking.wrong, "\n".join(["", *walking.wrong])


def walk_as_a_stranger(walking: Walk, phones: Phones) -> None:
    stranger = walking.begin()
    page = stranger.page
    walking.all_of(stranger, walk.STRANGER)
    for path in ("/registrer", "/akutt", "/logg-inn", "/glemt-passord"):
        walking.wrongly_sent(stranger, path, "main form:not(.language-form) [type=submit]")
    firm = NewFirm.made_up()
    seen = phones.ids(firm.email)
    register(stranger, firm)
    walking.look(page)
    page.goto(phones.link_to(firm.email, seen))
    walking.look(page)
    stranger.open("/logg-inn")
    page.fill("[name=email]", NO_MOBILE)
    page.fill("[name=password]", PASSWORD)
    page.click("main form:has([name=password]) [type=submit]")
    page.wait_for_url("**/logg-inn/mobil")
    walking.look(page)


def register(stranger: Window, firm: NewFirm) -> None:
    """As far as the page that waits for two proofs."""
    stranger.open("/registrer")
    page = stranger.page
    for name, value in {
        "orgnr": firm.orgnr,
        "firm.name": "Nytt Rør AS",
        "firm.municipality": "Fjordby",
        "firm.phone": "55 56 78 15",
        "firm.emails.post": firm.email,
        "admin.name": "Nina Ny",
        "admin.email": firm.email,
        "admin.mobile": firm.mobile,
        "password": "lang og god setning 2026",
    }.items():
        page.fill(f'[name="{name}"]', value)
    page.check("[name=professions][value=rorlegger]", force=True)
    page.locator("main form:has([name=orgnr]) [type=submit]").locator("visible=true").last.click()
    page.wait_for_url("**/registrer/*")


def walk_as_a_firm(walking: Walk, phones: Phones) -> None:
    firm = walking.begin()
    log_in(walking, firm, *FIRM_ADMIN)
    walking.all_of(firm, walk.FIRM)
    walking.wrongly_sent(
        firm, "/min-side/personvern", "form[action='/min-side/slett-bruker'] button"
    )
    invited = NewFirm.made_up()
    seen = phones.ids(invited.email)
    firm.open("/brukere")
    firm.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    walking.look(firm.page)
    firm.page.fill("[name=email]", invited.email)
    firm.page.check("[name=roles][value=reader]", force=True)
    firm.page.click("form[action='/brukere/inviter'] [type=submit]")
    guest = walking.begin()
    guest.page.goto(phones.link_to(invited.email, seen))
    walking.look(guest.page)
    guest.page.fill("[name=name]", "Tone Trykk")
    guest.page.fill("[name=mobile]", invited.mobile)
    guest.page.fill("[name=password]", PASSWORD)
    guest.page.click("main form:has([name=password]) [type=submit]")
    guest.page.wait_for_selector("[name=code]")
    walking.look(guest.page)


def walk_as_staff(walking: Walk) -> None:
    for task, paths in (
        ("caseworker", walk.CASEWORKER),
        ("editor", walk.EDITOR),
        ("administrator", walk.ADMINISTRATOR),
    ):
        window = walking.begin("operator")
        if task == "caseworker":
            walking.look(window.page)
        log_in(walking, window, *STAFF[task])
        walking.all_of(window, paths)


def log_in(walking: Walk, window: Window, email: str, mobile: str) -> None:
    """With a look at the page that asks for the code."""
    page = window.page
    with window.phones.code_to(mobile) as code:
        window.open("/logg-inn")
        page.fill("[name=email]", email)
        page.fill("[name=password]", PASSWORD)
        page.click("main form:has([name=password]) [type=submit]")
        page.wait_for_url("**/logg-inn/kode")
        walking.look(page)
        page.fill("[name=code]", code())
    page.click("main form:has([name=code]) [type=submit]")
    page.wait_for_url(lambda url: "/logg-inn" not in url)
    language = f"main .language-form button[value={walking.language}]"
    window.open("/min-side")
    with page.expect_navigation():
        page.click(language)


def pages() -> Iterator[tuple[str, str]]:
    """Portal and route of everything the portals serve by GET."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_routes(app)
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if not isinstance(route, APIRoute) or "GET" not in route.methods:
            continue
        if route.endpoint.__module__.startswith("gateway.portals"):
            named = [access.portal for access in access_of(route.dependant) if access.portal]
            yield getattr(route, "portal", None) or (named or ["both"])[0], route.path


def test_every_page_is_walked_or_says_why_not() -> None:
    left_out = [
        f"{portal} {route}: put it in tests/browser/walk.py"
        for portal, route in set(pages())
        if route not in walk.NOT_PAGES and not walked(portal, route)
    ]
    assert not left_out, "\n".join(["", *sorted(left_out)])
    assert sorted(walk.NOT_PAGES.keys() - {route for _, route in pages()}) == []


def walked(portal: str, route: str) -> bool:
    """Some path of the walk is served there."""
    paths = {"contractor": walk.CONTRACTOR, "operator": walk.OPERATOR}
    every = paths.get(portal, (*walk.CONTRACTOR, *walk.OPERATOR))
    pattern = re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(route)))
    fits: Callable[[str], object] = pattern.fullmatch
    return any(fits(path.partition("?")[0]) for path in every)


def test_a_page_nobody_walks_is_noticed() -> None:
    assert not walked("operator", "/sporing/{entry_id}")
    assert not walked("contractor", "/sporing")
    assert walked("operator", "/ansatte/{person_id}")
