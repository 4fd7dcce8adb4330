"""A utility with very many made-up cases, copied straight into cases' database.

The shape is what lists meet after some years: 2 % open, the rest ended, one firm with 5 % of all,
two thousand other firms, five zones, forty caseworkers, addresses that repeat.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

import psycopg2
from sqlalchemy.dialects.postgresql import JSONB

from services.cases.catalogue.files import read_types
from services.cases.model.case import Case, CaseHistory
from services.chassis import clock

STREETS = (
    *("Eksempelveien", "Vannverksgata", "Kumlokkvegen", "Grøftebråtet", "Stikkledningen"),
    *("Muffesvingen", "Ventilgata", "Hydrantveien", "Trykkstøtet", "Brønnsgården"),
    *("Sluseveien", "Spillvannsgata", "Overvannsløkka", "Målerveien", "Tæringsbakken"),
    *("Pumpekroken", "Røraksen", "Sandfangsveien", "Tanksvingen", "Åpningsgata"),
)
TITLES = ("Ny stikkledning", "Bytte av vannmåler", "Lekkasje i kjeller", "Omlegging av spillvann")
OWNERS = ("Per Eier", "Kari Grunneier", "Borettslaget Åpningen", "Muffe Eiendom AS 311153056")
TYPES = (("RORM", "decision", "notice"), ("FORH", "statement", "statement"))
RARE_TYPE = ("PASL-FETT", "decision", "application")
OPEN = ("received", "in_progress", "information_requested", "supplemented", "awaiting_approval")
ENDED = ("approved", "approved_with_conditions", "refused", "withdrawn")
ZONES = ("nord", "sor", "fordeling")
WORKERS, FIRMS = 40, 2000
OPEN_SHARE, GIANT_SHARE, RARE_SHARE = 0.02, 0.05, 0.002
CHUNK = 20_000
COLUMNS = [column for column in Case.__table__.columns if column.computed is None]
HISTORY = list(CaseHistory.__table__.columns)
EMPTY: dict[type, Any] = {dict: {}, list: [], int: 0, str: "", bool: False}
"""What a column that must hold something holds when these cases say nothing of it."""
LISTS: dict[str, type] = {"formers": list}
"""JSON columns that hold a list."""


@dataclass(frozen=True)
class Crowd:
    """Where the cases belong: the utility, the firm that holds the most, and who handles some."""

    utility: str
    firm_id: str
    firm_name: str
    firm_orgnr: str
    worker_id: str


def copy_cases(superuser_url: str, database: str, crowd: Crowd, first: int, last: int) -> None:
    """Add the cases numbered from `first` up to `last`; each has one entry in its history."""
    address = superuser_url.replace("postgresql+psycopg2", "postgresql").rpartition("/")[0]
    connection = psycopg2.connect(f"{address}/{database}")
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            indexes = _indexes(cursor)
            for name in indexes:
                cursor.execute(f"DROP INDEX {name}")
            for start in range(first, last, CHUNK):
                made = [_case(crowd, number) for number in range(start, min(last, start + CHUNK))]
                _copy(cursor, '"case"', COLUMNS, made)
                _copy(cursor, "case_history", HISTORY, [_entry(row) for row in made])
            cursor.execute("SET maintenance_work_mem = '512MB'")
            for statement in indexes.values():
                cursor.execute(statement)
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute('VACUUM (ANALYZE) "case"')
            cursor.execute("VACUUM (ANALYZE) case_history")
            cursor.execute("CHECKPOINT")
    finally:
        connection.close()


def _indexes(cursor: Any) -> dict[str, str]:
    """Those that may be built after the copy, which is much quicker: name -> how to make it."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'case'"
        " AND indexname LIKE 'ix\\_%'"
    )
    return dict(cursor.fetchall())


def _copy(cursor: Any, table: str, columns: Sequence[Any], rows: list[dict[str, Any]]) -> None:
    lines = ("\t".join(_field(_said(row, column)) for column in columns) + "\n" for row in rows)
    content = io.StringIO("".join(lines))
    names = ", ".join(column.name for column in columns)
    cursor.copy_expert(f"COPY {table} ({names}) FROM STDIN", content)


def _said(row: dict[str, Any], column: Any) -> Any:
    if column.name in row or column.nullable:
        return row.get(column.name)
    return EMPTY[LISTS.get(column.name) or _python(column)]


def _python(column: Any) -> type:
    return dict if isinstance(column.type, JSONB) else column.type.python_type


def _field(value: Any) -> str:
    match value:
        case None:
            return "\\N"
        case bool():
            return "t" if value else "f"
        case dict() | list():
            text = json.dumps(value, ensure_ascii=False)
        case datetime():
            text = value.isoformat()
        case _:
            text = str(value)
    return text.replace("\\", "\\\\").replace("\t", " ").replace("\n", "\\n")


def _entry(case: dict[str, Any]) -> dict[str, Any]:
    return {
        "case_id": case["id"],
        "sequence": 1,
        "at": case["updated_at"],
        "action": "receive",
        "status": case["status"],
        "by_audience": "system",
        "by_id": "cases",
        "by_name": "",
        "internal": False,
        "facts": {},
    }


def _case(crowd: Crowd, number: int) -> dict[str, Any]:
    """The same number gives the same case, whoever asks; only its age follows the clock."""
    dice = Random(number)
    code, lifecycle, class_ = RARE_TYPE if dice.random() < RARE_SHARE else dice.choice(TYPES)
    is_open = dice.random() < OPEN_SHARE
    status = dice.choice(OPEN if is_open else ENDED)
    giant = dice.random() < GIANT_SHARE
    firm = dice.randrange(FIRMS)
    worker = dice.randrange(WORKERS)
    age = timedelta(minutes=dice.randrange(60 * 24 * (60 if is_open else 2000)))
    at = clock.now() - age
    gnr, bnr = dice.randrange(1, 400), dice.randrange(1, 900)
    address = f"{dice.choice(STREETS)} {dice.randrange(1, 200)}"
    place = {"kommunenr": "4601", "gnr": gnr, "bnr": bnr, "fnr": 0, "snr": 0, "address": address}
    return {
        "id": f"0bench{number:026d}",
        "utility": crowd.utility,
        "type": code,
        "type_version": _versions()[code],
        "type_title": {"nb": code.title(), "nn": code.title(), "en": code.title()},
        "type_text": "Rørleggermelding" if code == "RORM" else code,
        "case_class": class_,
        "lifecycle": lifecycle,
        "title": dice.choice(TITLES),
        "status": status,
        "ball": ("firm" if status == "information_requested" else "utility")
        if is_open
        else "nobody",
        "moves": 1,
        "version": 3,
        "number": f"VA-{2000 + number // 1_000_000}-{number % 1_000_000:06d}",
        "firm_id": crowd.firm_id if giant else f"benchfirm{firm}",
        "firm_name": crowd.firm_name if giant else f"Firma nr {firm} AS",
        "firm_orgnr": crowd.firm_orgnr if giant else f"3{firm:08d}",
        "contact_id": "bench",
        "contact_name": "Ada Rørvik",
        "caseworker_id": _worker(crowd, status, worker),
        "caseworker_name": None if status == "received" else f"Saksbehandler {worker}",
        "zone": dice.choice(ZONES),
        "place": address,
        "property_text": f"{address} 4601-{gnr}/{bnr} {gnr}/{bnr} gnr. {gnr} bnr. {bnr}",
        "client_text": OWNERS[number % len(OWNERS)],
        "form": {"properties": [place], "description": "Graving i vei. " * 20},
        "created_at": at,
        "updated_at": at,
        "submitted_at": at,
        "received_at": at,
        "complete_at": at,
        "expected_by": at + timedelta(weeks=3) if is_open else None,
        "due_at": at + timedelta(weeks=3) if status == "information_requested" else None,
    }


@cache
def _versions() -> dict[str, int]:
    """The version of each type that comes with the product."""
    return {source["code"]: source["version"] for source in read_types()}


def _worker(crowd: Crowd, status: str, worker: int) -> str | None:
    """What has only been received is nobody's yet."""
    if status == "received":
        return None
    return crowd.worker_id if worker == 0 else f"benchworker{worker}"
