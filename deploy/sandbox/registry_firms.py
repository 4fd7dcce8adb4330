"""The made-up firms of the register, read once from ``firms.yaml`` and checked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("firms.yaml")
WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
Unit = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Register:
    """Units by organisation number; ``gone`` answers 410."""

    units: dict[str, Unit]
    subunits: dict[str, Unit]
    gone: dict[str, str]


def is_valid(number: str) -> bool:
    """Nine digits and a right check digit (modulus 11), as Brønnøysund defines it."""
    if len(number) != 9 or not number.isdecimal():
        return False
    rest = sum(w * int(d) for w, d in zip(WEIGHTS, number, strict=False)) % 11
    return (11 - rest) % 11 == int(number[8])


def load(path: Path = FILE) -> Register:
    """Read the file; a wrong or real-looking organisation number stops the start."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    forms, industries, places = source["forms"], source["industries"], source["places"]

    def unit(row: Unit, form: str) -> Unit:
        address = {
            "land": "Norge",
            "landkode": "NO",
            "adresse": [row["adresse"]],
            **places[row["sted"]],
        }
        where = "beliggenhetsadresse" if form == "BEDR" else "forretningsadresse"
        return {
            "organisasjonsnummer": row["orgnr"],
            "navn": row["navn"],
            "organisasjonsform": {"kode": form, "beskrivelse": forms[form]},
            where: address,
            "naeringskode1": {
                "kode": row["naering"],
                "beskrivelse": industries[row["naering"]],
            },
            "registreringsdatoEnhetsregisteret": str(row.get("registrert", "2012-03-01")),
            "antallAnsatte": row.get("ansatte", 0),
            "harRegistrertAntallAnsatte": "ansatte" in row,
            "registrertIMvaregisteret": row.get("mva", True),
        }

    units: dict[str, Unit] = {}
    for row in source["enheter"]:
        form = row.get("form", "AS")
        post = places[row["sted"]]
        units[row["orgnr"]] = {
            **unit(row, form),
            **({"postadresse": _post_box(row, post)} if "postboks" in row else {}),
            "registrertIForetaksregisteret": row.get("foretaksregisteret", True),
            "registrertIStiftelsesregisteret": False,
            "registrertIFrivillighetsregisteret": False,
            "konkurs": "konkurs" in row,
            **({"konkursdato": str(row["konkurs"])} if "konkurs" in row else {}),
            "underAvvikling": "avvikling" in row,
            "underTvangsavviklingEllerTvangsopplosning": "tvang" in row,
            "maalform": row.get("maalform", "Bokmål"),
            **({"hjemmeside": row["hjemmeside"]} if "hjemmeside" in row else {}),
        }
    for row in source["slettet"]:
        form = row.get("form", "AS")
        units[row["orgnr"]] = {
            "organisasjonsnummer": row["orgnr"],
            "navn": row["navn"],
            "organisasjonsform": {"kode": form, "beskrivelse": forms[form]},
            "slettedato": str(row["slettedato"]),
        }
    subunits = {
        row["orgnr"]: {**unit(row, "BEDR"), "overordnetEnhet": row["overordnet"]}
        for row in source["underenheter"]
    }
    gone = {row["orgnr"]: str(row["slettedato"]) for row in source["fjernet"]}
    _check([*units, *subunits, *gone], source)
    return Register(units, subunits, gone)


def _post_box(row: Unit, place: Unit) -> Unit:
    return {"land": "Norge", "landkode": "NO", "adresse": [row["postboks"]], **place}


def _check(numbers: list[str], source: dict[str, list[Unit]]) -> None:
    lists = ("enheter", "slettet", "underenheter", "fjernet")
    if len(numbers) != sum(len(source[name]) for name in lists):
        raise ValueError("an organisation number occurs twice in firms.yaml")
    for number in numbers:
        if not is_valid(number) or number[0] not in "23":
            raise ValueError(f"{number} is not a valid number of the test range")
