"""Looking an address up from a row of properties, and taking the hit one chose into the row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import Request
from pydantic import ValidationError

from gateway.addresses.answer import AddressAnswer, AddressHit, AddressQuery
from gateway.portals.contractor.placing import NUMBERS, POINT, written
from gateway.state import gateway_of

LOOK, PICK = "look", "pick"
Row = dict[str, str]


@dataclass(frozen=True)
class LookedUp:
    """What was found for one row; no answer when the row says too little to look for."""

    name: str
    at: int
    answer: AddressAnswer | None

    def of(self, name: str, at: Any) -> bool:
        """Whether it belongs to this row."""
        return self.name == name and self.at == at


async def looked_up(request: Request, name: str, at: int, row: Row) -> LookedUp:
    """By the address one has begun to write, else by the cadastral number."""
    query = _query(row)
    answer = await gateway_of(request).addresses.find(query) if query else None
    return LookedUp(name, at, answer)


def pick_value(name: str, at: int, hit: AddressHit) -> str:
    """What the button of a hit sends; nothing one could not have typed."""
    place = hit.property
    point = f"{hit.lat}/{hit.lon}" if hit.lat and hit.lon else "/"
    numbers = f"{place.kommunenr}/{place.gnr}/{place.bnr}/{place.fnr}"
    return f"{PICK}:{name}:{at}:{numbers}/{point}:{hit.address}"


def picked(which: str, rows: list[Row]) -> list[Row]:
    """The rows with the chosen hit in its row; unchanged when the button said something else."""
    at, _, chosen = which.partition(":")
    numbers, _, address = chosen.partition(":")
    parts = dict(zip((*NUMBERS, "fnr", "lat", "lon"), numbers.split("/"), strict=False))
    if not at.isdigit() or int(at) >= len(rows) or len(parts) != 6:
        return rows
    lat, lon = parts.pop("lat"), parts.pop("lon")
    point = written(lat, lon, "/".join(parts[part] for part in NUMBERS))
    row = {**rows[int(at)], **parts, "address": address[:200], POINT: point}
    return [*rows[: int(at)], row, *rows[int(at) + 1 :]]


def _query(row: Row) -> AddressQuery | None:
    wanted: list[dict[str, Any]] = [
        {"q": row.get("address", "")},
        {part: row.get(part) for part in ("kommunenr", "gnr", "bnr")},
    ]
    for parameters in wanted:
        try:
            return AddressQuery.model_validate(parameters)
        except ValidationError:
            continue
    return None
