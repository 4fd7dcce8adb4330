"""Kartverket's open address API (ws.geonorge.no/adresser/v1) as far as a portal needs it.

Parameters, fields and the two searches follow the API as public clients use it: `sok` by words or
by cadastral number, `punktsok` by distance from a point, 400 for a parameter it does not know.
"""

import unicodedata
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import JSONResponse, Response

from .address_book import Address, distance, load
from .world import TheWorld

PREFIX = "/adresser/v1"
LARGEST_PAGE, DEEPEST = 1000, 10_000
NUMBERS = ("nummer", "gardsnummer", "bruksnummer", "festenummer", "adressekode")
WORDS = ("adressenavn", "adressetekst", "bokstav", "kommunenummer", "postnummer", "poststed")
PAGE = ("treffPerSide", "side", "utkoordsys", "asciiKompatibel", "filtrer")
SEARCHED = (
    "adressetekst",
    "postnummer",
    "poststed",
    "kommunenavn",
    "kommunenummer",
)


async def _met(world: TheWorld) -> None:
    """A fault of the address API comes before any answer."""
    fault = world.fault_for("addresses")
    match fault.mode if fault is not None else None:
        case "429":
            raise HTTPException(429, "Too Many Requests", {"Retry-After": "1"})
        case "500":
            raise HTTPException(500, "Internal Server Error")
        case "hang" if fault is not None:
            await fault.hold()
            raise HTTPException(503, "Service Unavailable")


def routes(addresses: list[Address] | None = None) -> APIRouter:
    """The API's two searches over the made-up addresses."""
    known = load() if addresses is None else addresses
    router = APIRouter(prefix=PREFIX, dependencies=[Depends(_met)], tags=["Kartverket adresser"])

    @router.get("/sok")
    async def search(query: Annotated[Query, Depends()]) -> Response:
        unknown = query.others("sok", "fuzzy", "sokemodus", *NUMBERS, *WORDS)
        if unknown or not query.numbers_fit(*NUMBERS):
            return _bad(unknown or "number")
        hits = [each for each in known if query.names(each) and query.has_words(each)]
        return query.page(hits)

    @router.get("/punktsok")
    async def near(query: Annotated[Query, Depends()]) -> Response:
        unknown = query.others("lat", "lon", "radius", "koordsys")
        around = query.around()
        if unknown or around is None:
            return _bad(unknown or "lat, lon, radius")
        lat, lon, radius = around
        measured = [
            {**each, "meterDistanseTilPunkt": round(away, 2)}
            for each in known
            if (away := distance(each, lat, lon)) <= radius
        ]
        return query.page(sorted(measured, key=lambda each: each["meterDistanseTilPunkt"]))

    return router


class Query:
    """The parameters of a search as they came."""

    def __init__(self, request: Request) -> None:
        self._given = dict(request.query_params)

    def others(self, *known: str) -> str:
        """A parameter the search does not know; empty when there is none."""
        return next((name for name in self._given if name not in {*known, *PAGE}), "")

    def numbers_fit(self, *names: str) -> bool:
        """Whether every number is one."""
        asked = [*names, "treffPerSide", "side"]
        return all(self._given[name].isdecimal() for name in asked if name in self._given)

    def around(self) -> tuple[float, float, float] | None:
        """Latitude, longitude and radius in metres; None when one is missing or no number."""
        try:
            lat, lon, radius = (float(self._given[name]) for name in ("lat", "lon", "radius"))
        except (KeyError, ValueError):
            return None
        return (lat, lon, radius) if self.numbers_fit() else None

    def names(self, address: Address) -> bool:
        """Whether each field asked for is the address's own."""
        return all(
            _plain(str(address[name])) == _plain(self._given[name])
            for name in (*NUMBERS, *WORDS)
            if name in self._given
        )

    def has_words(self, address: Address) -> bool:
        """Whether every word of `sok` stands in the address; `*` at its end is any ending."""
        there = _plain(" ".join(str(address[name]) for name in SEARCHED)).replace(",", " ").split()
        return all(
            any(
                each.startswith(word[:-1]) if word.endswith("*") else each == word for each in there
            )
            for word in _plain(self._given.get("sok", "")).replace(",", " ").split()
        )

    def page(self, hits: list[Address]) -> Response:
        """One page with what it is a page of; 400 outside the limits."""
        size, side = int(self._given.get("treffPerSide", 10)), int(self._given.get("side", 0))
        if not 1 <= size <= LARGEST_PAGE or size * (side + 1) > DEEPEST:
            return _bad("treffPerSide")
        start = side * size
        metadata: dict[str, Any] = {
            "treffPerSide": size,
            "side": side,
            "totaltAntallTreff": len(hits),
            "sokeStreng": urlencode(self._given),
            "asciiKompatibel": self._given.get("asciiKompatibel", "true") == "true",
            "viserFra": start,
            "viserTil": start + size,
        }
        return JSONResponse({"metadata": metadata, "adresser": hits[start : start + size]})


def _bad(what: str) -> Response:
    return JSONResponse({"message": f"Input payload validation failed: {what}"}, 400)


def _plain(text: str) -> str:
    """Lower case, composed: how the API compares."""
    return unicodedata.normalize("NFC", text).casefold()
