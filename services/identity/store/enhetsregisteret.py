"""Enhetsregisteret (data.brreg.no): asked briefly, seldom, and never waited for in a queue."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Any

import requests
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis import clock
from services.chassis.logging import logger
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.model import RegistryEntry
from services.identity.settings import identity_settings

log = logger(__name__)
FRESH = timedelta(hours=24)
KEPT = timedelta(days=30)
AT_ONCE = 3
PLACES = ("forretningsadresse", "beliggenhetsadresse", "postadresse")
"""Where a unit is; a sub-unit has a place of its own."""
PAUSE_SECONDS = 10.0
UNAVAILABLE = RegistryAnswer(source="unavailable")

_seats = threading.BoundedSemaphore(AT_ONCE)


class _Pause:
    """After a failure the register is left alone for ten seconds."""

    def __init__(self) -> None:
        self.until = float("-inf")


_pause = _Pause()


def ask(orgnr: str) -> RegistryAnswer:
    """What the register says now, within three seconds, or that it did not answer.

    At most three ask at once and nobody asks just after a failure: a slow register must not hold
    the workers that log people in.
    """
    if clock.monotonic() < _pause.until or not _seats.acquire(blocking=False):
        return UNAVAILABLE
    ends = clock.monotonic() + identity_settings().registry_seconds
    try:
        return _asked(orgnr, ends)
    except (requests.RequestException, ValueError, KeyError, TypeError, AttributeError) as problem:
        _pause.until = clock.monotonic() + PAUSE_SECONDS
        log.warning("registry_unavailable", problem=type(problem).__name__)
        return UNAVAILABLE
    finally:
        _seats.release()


def remembered(session: Session, orgnrs: list[str]) -> dict[str, RegistryAnswer]:
    """What it last said, however old, by number."""
    rows = session.scalars(select(RegistryEntry).where(RegistryEntry.orgnr.in_(orgnrs)))
    return {row.orgnr: RegistryAnswer.model_validate(row.answer) for row in rows}


def fresh(session: Session, orgnr: str, at: datetime) -> RegistryAnswer | None:
    """What it said within the last day."""
    row = session.get(RegistryEntry, orgnr)
    if row is None or row.asked_at < at - FRESH:
        return None
    return RegistryAnswer.model_validate(row.answer)


def remember(session: Session, answer: RegistryAnswer, at: datetime) -> None:
    """Keep an answer the register gave."""
    values = {"answer": answer.model_dump(mode="json"), "asked_at": at}
    session.execute(
        insert(RegistryEntry)
        .values(orgnr=answer.orgnr, **values)
        .on_conflict_do_update(index_elements=["orgnr"], set_=values)
    )


def forget_old(session: Session, at: datetime) -> int:
    """Erase answers older than 30 days."""
    gone = delete(RegistryEntry).where(RegistryEntry.asked_at < at - KEPT)
    return len(session.execute(gone.returning(RegistryEntry.orgnr)).all())


def _asked(orgnr: str, ends: float) -> RegistryAnswer:
    """A main unit, else a sub-unit with what is said of its main unit."""
    response = _get("enheter", orgnr, ends)
    if response.status_code != requests.codes.not_found:
        return _answer(orgnr, response)
    response = _get("underenheter", orgnr, ends)
    branch = _answer(orgnr, response)
    if not branch.found:
        return branch
    main = _answer(branch.main_orgnr, _get("enheter", branch.main_orgnr, ends))
    return branch.model_copy(
        update={"main_name": main.name, "language": main.language, "warnings": main.warnings}
    )


def _get(kind: str, orgnr: str, ends: float) -> requests.Response:
    """One question of the several that share the seconds."""
    left = ends - clock.monotonic()
    if left <= 0:
        raise requests.Timeout
    return requests.get(
        f"{identity_settings().registry_url}/{kind}/{orgnr}",
        headers={"Accept": "application/json"},
        timeout=(left / 3, left * 2 / 3),
        allow_redirects=False,
    )


def _answer(orgnr: str, response: requests.Response) -> RegistryAnswer:
    """200 is a unit (a deleted one has only its date), 410 was removed, 404 is unknown."""
    if response.status_code == requests.codes.not_found:
        return RegistryAnswer(source="enhetsregisteret", orgnr=orgnr, warnings=["unknown"])
    if response.status_code == requests.codes.gone:
        return RegistryAnswer(source="enhetsregisteret", orgnr=orgnr, warnings=["deleted"])
    response.raise_for_status()
    return _unit(orgnr, response.json())


def _unit(orgnr: str, unit: dict[str, Any]) -> RegistryAnswer:
    if unit.get("slettedato"):
        return RegistryAnswer(source="enhetsregisteret", orgnr=orgnr, warnings=["deleted"])
    place: dict[str, Any] = next((unit[kind] for kind in PLACES if unit.get(kind)), {})
    town = f"{place.get('postnummer', '')} {place.get('poststed', '')}".strip()
    main_orgnr = unit.get("overordnetEnhet", "")
    return RegistryAnswer.model_validate(
        {
            "source": "enhetsregisteret",
            "found": True,
            "orgnr": orgnr,
            "name": unit["navn"],
            "address": ", ".join(filter(None, [*place.get("adresse", []), town])),
            "municipality": place.get("kommune", ""),
            "language": "nn" if unit.get("maalform") == "Nynorsk" else "nb",
            "main_orgnr": main_orgnr,
            "warnings": [] if main_orgnr else _warnings(unit),
        }
    )


def _warnings(unit: dict[str, Any]) -> list[str]:
    found = {
        "bankrupt": unit.get("konkurs"),
        "winding_up": unit.get("underAvvikling")
        or unit.get("underTvangsavviklingEllerTvangsopplosning"),
        "not_in_foretaksregisteret": not unit.get("registrertIForetaksregisteret"),
    }
    return [warning for warning, holds in found.items() if holds]
