"""Enhetsregisteret's open API as far as a portal needs it.

Paths, fields, statuses and limits follow Brønnøysundregistrene's specification (brreg/openAPI,
enhetsregisteret, and data.brreg.no/enhetsregisteret/api/dokumentasjon).
"""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response

from .registry_firms import Register, Unit, load
from .world import TheWorld

PREFIX = "/enhetsregisteret/api"
DEEPEST = 10_000
"""The largest page * size the register answers."""


async def _met(world: TheWorld) -> None:
    """A fault of the register comes before any answer."""
    fault = world.fault_for("registry")
    match fault.mode if fault is not None else None:
        case "429":
            raise HTTPException(429, "Too Many Requests", {"Retry-After": "1"})
        case "500":
            raise HTTPException(500, "Internal Server Error")
        case "hang" if fault is not None:
            await fault.hold()
            raise HTTPException(503, "Service Unavailable")


def routes(register: Register | None = None) -> APIRouter:
    """The register's routes over its firms."""
    known = register or load()
    router = APIRouter(prefix=PREFIX, dependencies=[Depends(_met)], tags=["Enhetsregisteret"])

    @router.get("/enheter")
    async def units(
        request: Request,
        search: Annotated[Search, Depends()],
    ) -> Response:
        return search.page(request, "enheter", [*known.units.values()])

    @router.get("/enheter/{orgnr}")
    async def unit(orgnr: str, request: Request) -> Response:
        return _one(request, "enheter", orgnr, known.units, known.gone)

    @router.get("/underenheter")
    async def subunits(
        request: Request,
        search: Annotated[Search, Depends()],
    ) -> Response:
        return search.page(request, "underenheter", [*known.subunits.values()])

    @router.get("/underenheter/{orgnr}")
    async def subunit(orgnr: str, request: Request) -> Response:
        return _one(request, "underenheter", orgnr, known.subunits, {})

    return router


class Search:
    """The query of a search: name, numbers, place, form and page."""

    def __init__(
        self,
        *,
        navn: str = "",
        organisasjonsnummer: str = "",
        organisasjonsform: str = "",
        kommunenummer: str = "",
        overordnet: Annotated[str, Query(alias="overordnetEnhet")] = "",
        konkurs: bool | None = None,
        size: str = "20",
        page: str = "0",
    ) -> None:
        self._words = navn.upper().split()
        self._numbers = _listed(organisasjonsnummer)
        self._forms = _listed(organisasjonsform)
        self._places = _listed(kommunenummer)
        self._parents = _listed(overordnet)
        self._bankrupt = konkurs
        self._size = size
        self._page = page

    def page(self, request: Request, name: str, units: list[Unit]) -> Response:
        """One page of the hits, with the number of all; 400 outside the limits."""
        if not (self._size.isdecimal() and self._page.isdecimal()):
            return _bad(request, "size og page må være tall")
        size, number = int(self._size), int(self._page)
        if size < 1 or size * (number + 1) > DEEPEST:
            return _bad(request, f"Maksimal dybde (page*size) er {DEEPEST}")
        hits = sorted((u for u in units if self._matches(u)), key=lambda u: str(u["navn"]))
        shown = hits[number * size : (number + 1) * size]
        pages = -(-len(hits) // size)
        embedded = {"_embedded": {name: [_linked(request, name, u) for u in shown]}}
        body = {
            **(embedded if shown else {}),
            "_links": _page_links(request, number, pages),
            "page": {
                "size": size,
                "totalElements": len(hits),
                "totalPages": pages,
                "number": number,
            },
        }
        return JSONResponse(body)

    def _matches(self, unit: Unit) -> bool:
        place = unit.get("forretningsadresse") or unit.get("beliggenhetsadresse") or {}
        return (
            "slettedato" not in unit
            and all(word in unit["navn"].upper() for word in self._words)
            and _allows(self._numbers, unit["organisasjonsnummer"])
            and _allows(self._forms, unit["organisasjonsform"]["kode"])
            and _allows(self._places, place.get("kommunenummer"))
            and _allows(self._parents, unit.get("overordnetEnhet"))
            and self._bankrupt in {None, unit.get("konkurs")}
        )


def _one(
    request: Request, name: str, orgnr: str, units: dict[str, Unit], gone: dict[str, str]
) -> Response:
    """200 with the unit (a deleted one only with its date), 410 when removed, else 404."""
    if orgnr in gone:
        body = {"organisasjonsnummer": orgnr, "slettedato": gone[orgnr]}
        return JSONResponse(_linked(request, name, body), 410)
    if orgnr not in units:
        path = request.url.path
        detail = f"Ingen enhet med organisasjonsnummer {orgnr} ble funnet"
        missing: dict[str, Any] = {"status": 404, "error": "Not Found", "path": path}
        missing["message"] = detail
        return JSONResponse(missing, 404)
    return JSONResponse(_linked(request, name, units[orgnr]))


def _bad(request: Request, message: str) -> Response:
    body: dict[str, Any] = {
        "status": 400,
        "error": "Bad Request",
        "path": request.url.path,
        "feilmelding": message,
    }
    return JSONResponse(body, 400)


def _linked(request: Request, name: str, unit: Unit) -> Unit:
    base = f"{str(request.base_url).rstrip('/')}{PREFIX}"
    links = {"self": {"href": f"{base}/{name}/{unit['organisasjonsnummer']}"}}
    if "overordnetEnhet" in unit:
        links["overordnetEnhet"] = {"href": f"{base}/enheter/{unit['overordnetEnhet']}"}
    return {**unit, "_links": links}


def _page_links(request: Request, number: int, pages: int) -> dict[str, Any]:
    def to(page: int) -> dict[str, str]:
        others = [(k, v) for k, v in request.query_params.multi_items() if k != "page"]
        address = request.url.replace(query=urlencode([*others, ("page", page)]))
        return {"href": str(address)}

    links = {"first": to(0), "self": to(number), "last": to(max(0, pages - 1))}
    if number:
        links["prev"] = to(number - 1)
    if number + 1 < pages:
        links["next"] = to(number + 1)
    return links


def _listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())


def _allows(wanted: frozenset[str], value: object) -> bool:
    return not wanted or value in wanted
