"""Kartverket's address API (ws.geonorge.no/adresser/v1): asked briefly, and left alone when away.

Wire format: `sok` and `punktsok` answer `{"metadata": {...}, "adresser": [...]}`; see the stand-in
in deploy/sandbox/addresses.py. Nothing personal is sent but the words somebody typed.
"""

from __future__ import annotations

import asyncio
from typing import Any

import requests
from anyio import CapacityLimiter, to_thread

from gateway.addresses.answer import UNAVAILABLE, AddressAnswer, AddressHit, AddressQuery
from services.chassis import clock
from services.chassis.logging import logger
from services.chassis.norway import Property

log = logger(__name__)
AT_ONCE = 8
PAUSE_SECONDS = 10.0
SHOWN = 10
WGS84 = "4258"
"""EPSG code of what the portal keeps points in."""
_BROKEN = (requests.RequestException, TimeoutError, ValueError, KeyError, TypeError, AttributeError)


class Kartverket:
    """One per process. After a failure the API is left alone for ten seconds."""

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url.rstrip("/")
        self._seconds = seconds
        self._seats: CapacityLimiter | None = None
        self._paused_until = float("-inf")

    async def find(self, query: AddressQuery) -> AddressAnswer:
        """What the register has, within the time limit, or that it did not answer; never fails."""
        if clock.monotonic() < self._paused_until:
            return UNAVAILABLE
        try:
            async with asyncio.timeout(self._seconds):
                return _answer(await self._get(*_asked(query)))
        except _BROKEN as problem:
            self._paused_until = clock.monotonic() + PAUSE_SECONDS
            log.warning("addresses_unavailable", problem=type(problem).__name__)
            return UNAVAILABLE

    async def _get(self, path: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self._seats = self._seats or CapacityLimiter(AT_ONCE)

        def get() -> dict[str, Any]:
            answer = requests.get(
                f"{self._url}/{path}",
                params={**parameters, "treffPerSide": SHOWN, "utkoordsys": WGS84},
                headers={"Accept": "application/json"},
                timeout=(self._seconds / 3, self._seconds * 2 / 3),
                allow_redirects=False,
            )
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
            return found

        return await to_thread.run_sync(get, abandon_on_cancel=True, limiter=self._seats)


def _asked(query: AddressQuery) -> tuple[str, dict[str, Any]]:
    words = query.q.strip(" *,")
    if words:
        ending = "" if words[-1].isdigit() or len(words.split()[-1]) == 1 else "*"
        return "sok", {"sok": words.replace("*", " ") + ending}
    if query.lat is not None:
        return "punktsok", {"lat": query.lat, "lon": query.lon, "radius": query.radius}
    return "sok", {
        "kommunenummer": query.kommunenr,
        "gardsnummer": query.gnr,
        "bruksnummer": query.bnr,
    }


def _answer(found: dict[str, Any]) -> AddressAnswer:
    return AddressAnswer(
        source="kartverket",
        items=[_hit(address) for address in found["adresser"] if address["bruksnummer"]],
        total=found["metadata"]["totaltAntallTreff"],
    )


def _hit(address: dict[str, Any]) -> AddressHit:
    point = address.get("representasjonspunkt") or {}
    return AddressHit(
        address=address["adressetekst"],
        postcode=address["postnummer"] or "",
        town=address["poststed"] or "",
        municipality=address["kommunenavn"] or "",
        property=Property(
            kommunenr=address["kommunenummer"],
            gnr=address["gardsnummer"],
            bnr=address["bruksnummer"],
            fnr=address["festenummer"] or 0,
            address=address["adressetekst"],
        ),
        lat=point.get("lat"),
        lon=point.get("lon"),
        metres=address.get("meterDistanseTilPunkt"),
    )
