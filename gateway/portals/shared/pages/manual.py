"""The short manual, and what the law wants said about accessibility and privacy."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from fastapi import Request, Response

from gateway.portals.shared.page import page
from gateway.portals.shared.prose import as_html
from gateway.portals.shared.routes import shared_pages
from gateway.refusals import PageNotFound
from gateway.session import Caller, Public
from services.chassis.i18n import Language

router = shared_pages()
MANUAL = Path(__file__).parents[1] / "manual"
CHAPTERS = {
    "contractor": (
        "kom-i-gang",
        "innlogging",
        "rorleggermelding",
        "forhandsuttalelse",
        "tilknytning",
        "plugging",
        "vannmaler",
        "hovedledninger",
        "paslipp-fett",
        "paslipp-olje",
        "utslipp",
        "vannposter",
        "under-saken",
        "vedlegg",
        "mangelbrev",
        "akutt",
    ),
    "operator": ("saksbehandling", "foretak", "nedetid", "akutt"),
}


@router.get("/hjelp")
async def show_manual(request: Request, caller: Public) -> Response:
    """All chapters."""
    chapters = [(slug, _title(slug, caller.language)) for slug in CHAPTERS[caller.portal]]
    return await page(request, caller, "shared/manual.html", chapters=chapters)


@router.get("/hjelp/{slug}")
async def show_chapter(request: Request, caller: Public, slug: str) -> Response:
    """One chapter."""
    if slug not in CHAPTERS[caller.portal]:
        raise PageNotFound
    return await _text(request, caller, slug, back="/hjelp")


@router.get("/tilgjengelighet")
async def show_accessibility(request: Request, caller: Public) -> Response:
    """What works for whom, and how to tell us when it does not."""
    return await _text(request, caller, "tilgjengelighet")


@router.get("/personvern")
async def show_privacy(request: Request, caller: Public) -> Response:
    """What is kept about people, why and how long."""
    return await _text(request, caller, "personvern")


async def _text(request: Request, caller: Caller, slug: str, back: str = "/") -> Response:
    return await page(
        request,
        caller,
        "shared/chapter.html",
        title=_title(slug, caller.language),
        body=as_html(_source(slug, caller.language).partition("\n")[2], lower=False),
        back=back,
    )


def _title(slug: str, language: Language) -> str:
    return _source(slug, language).partition("\n")[0].lstrip("# ")


@lru_cache(maxsize=128)
def _source(slug: str, language: Language) -> str:
    """A chapter as it is written; `# Title` is its first line."""
    return (MANUAL / language / f"{slug}.md").read_text(encoding="utf-8")
