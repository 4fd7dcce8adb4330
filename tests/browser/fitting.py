"""Does a page fit its screen?"""

from __future__ import annotations

from playwright.sync_api import Page

BEYOND_THE_EDGE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def beyond_the_edge(page: Page) -> int:
    """How many pixels of it one must scroll sideways for, once it has loaded."""
    page.wait_for_load_state()
    page.wait_for_function("document.body !== null")
    pixels: int = page.evaluate(BEYOND_THE_EDGE)
    return max(0, pixels)
