"""The made-up addresses of the sandbox, in the fields Kartverket's address API answers with."""

import math
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("addresses.yaml")
EPSG = "EPSG:4258"
APART = 0.00018
"""Degrees of latitude between two house numbers: some twenty metres."""
METRES_PER_DEGREE = 111_320.0
Address = dict[str, Any]


def load(path: Path = FILE) -> list[Address]:
    """Every address, streets unfolded into their numbers."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    places = source["places"]
    rows = [
        {
            **street,
            "number": number,
            "bnr": street["first_bnr"] + number,
            "lat": round(street["lat"] + APART * at, 6),
        }
        for street in source["streets"]
        for at, number in enumerate(street["numbers"])
    ]
    return [_address(row, places[row["place"]]) for row in [*rows, *source["single"]]]


def distance(address: Address, lat: float, lon: float) -> float:
    """Metres between an address and a point; plain, since both lie in one town."""
    point = address["representasjonspunkt"]
    north = (point["lat"] - lat) * METRES_PER_DEGREE
    east = (point["lon"] - lon) * METRES_PER_DEGREE * math.cos(math.radians(lat))
    return math.hypot(north, east)


def _address(row: Address, place: Address) -> Address:
    street = "name" in row
    fnr = row.get("fnr", 0)
    number = f"{row['number']}{row.get('letter', '')}" if street else ""
    own = f"{row['name']} {number}" if street else _cadastral(row, fnr)
    extra = row.get("extra", "")
    return {
        "adressenavn": row.get("name", ""),
        "adressetekst": f"{extra}, {own}" if extra else own,
        "adressetilleggsnavn": extra or None,
        "adressekode": row.get("code", 0),
        "nummer": row.get("number", 0),
        "bokstav": row.get("letter", ""),
        "kommunenummer": place["kommunenummer"],
        "kommunenavn": place["kommunenavn"],
        "gardsnummer": row["gnr"],
        "bruksnummer": row["bnr"],
        "festenummer": fnr,
        "undernummer": None,
        "bruksenhetsnummer": ["H0101"] if street else [],
        "objtype": "Vegadresse" if street else "Matrikkeladresse",
        "poststed": place["poststed"],
        "postnummer": row["postnummer"],
        "adressetekstutenadressetilleggsnavn": own,
        "stedfestingverifisert": True,
        "representasjonspunkt": {"epsg": EPSG, "lat": row["lat"], "lon": row["lon"]},
        "oppdateringsdato": "2024-05-14T08:00:00",
    }


def _cadastral(row: Address, fnr: int) -> str:
    return "/".join(str(part) for part in (row["gnr"], row["bnr"], fnr) if part)
