"""Chromium, people with a window each, and a watch on the content security policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from deploy.local.description import Description
from gateway.settings import Portal
from tests.journeys.phones import Phones
from tests.support.inputs import INPUTS

PASSWORD = "vann-og-avlop-2026"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
WATCH = "document.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.sourceFile + ':' + e.lineNumber))"  # noqa: E501 - a script, on one line


@dataclass
class Window:
    """A browser window at one portal."""

    page: Page
    url: str
    phones: Phones

    def open(self, path: str) -> None:
        """Go to a page of the portal."""
        self.page.goto(self.url + path)

    def log_in(self, email: str, mobile: str) -> None:
        """Password, then the code from the phone."""
        self.open("/logg-inn")
        with self.phones.code_to(mobile) as code:
            self.page.fill("[name=email]", email)
            self.page.fill("[name=password]", PASSWORD)
            self.page.click("main form [type=submit]")
            self.page.wait_for_url("**/logg-inn/kode")
            self.page.fill("[name=code]", code())
        self.page.click("main form:has([name=code]) [type=submit]")
        self.page.wait_for_url(lambda url: "/logg-inn" not in url)

    def press(self, words: str) -> None:
        """Click the button or link with these words in the main part of the page."""
        self.page.click(
            f'main :is(button, a.ds-button, summary):has-text("{words}") >> visible=true'
        )
        self.page.wait_for_load_state()


Enter = Callable[..., Window]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Ends with this folder: while it is open, an event loop runs in the test process."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def phones(bed: Description) -> Phones:
    return Phones(bed.sandbox_url)


@pytest.fixture
def enter(bed: Description, browser: Browser, phones: Phones) -> Iterator[Enter]:
    """Somebody comes to a portal; anything the policy stops fails the test."""
    contexts: list[BrowserContext] = []
    stopped: list[str] = []

    def come(portal: Portal = "contractor", **options: Any) -> Window:
        context = browser.new_context(locale="nb-NO", **options)
        contexts.append(context)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("console", lambda said: stopped.append(said.text) if "CSP" in said.text else None)
        page.on("pageerror", lambda error: stopped.append(str(error)))
        url = bed.base_url if portal == "contractor" else bed.operator_url
        return Window(page, url, phones)

    yield come
    for context in contexts:
        context.close()
    assert stopped == []


@pytest.fixture(scope="session")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Real-looking files by name."""
    folder = tmp_path_factory.mktemp("inputs")
    files = {name: folder / name for name in INPUTS}
    for name, file in files.items():
        file.write_bytes(INPUTS[name]())
    return files
