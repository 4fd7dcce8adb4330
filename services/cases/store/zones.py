"""Zones: where a case goes, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.operations.handling import ConfigureZone
from services.cases.contract.types.parties import ZoneView
from services.cases.contract.zone_errors import NoSuchZone
from services.cases.domain.zones import FALLBACK, zone_of
from services.cases.model import Zone, ZoneArea, ZonePolygon
from services.chassis.norway import Property

HELD = "zones"
RANGE = ["utility", "kommunenr", "gnr_from", "gnr_to", "bnr_from", "bnr_to"]


def route(session: Session, utility: str, properties: Iterable[Property]) -> str:
    """The zone for the properties, else the one that distributes by hand."""
    places = list(properties)
    areas = session.scalars(
        select(ZoneArea).where(
            ZoneArea.utility == utility,
            ZoneArea.kommunenr.in_({place.kommunenr for place in places}),
        )
    )
    mapped = any(place.lat is not None for place in places)
    outlines = session.scalars(select(ZonePolygon).filter_by(utility=utility)) if mapped else ()
    return zone_of(places, areas, outlines)


def contact(session: Session, utility: str, code: str | None) -> ZoneView | None:
    """Who to reach; None when the case has no zone yet or the zone is not configured."""
    zone = _found(session, utility, code)
    if zone is None:
        return None
    return ZoneView(code=zone.code, name=zone.name, email=zone.email, phone=zone.phone)


def default_caseworker(session: Session, utility: str, code: str | None) -> str | None:
    """Who is named on what comes to the zone."""
    zone = _found(session, utility, code)
    return zone.default_caseworker_id if zone else None


def _found(session: Session, utility: str, code: str | None) -> Zone | None:
    """The zone; the transaction keeps it, since a case that comes in asks for it three times."""
    if not code:
        return None
    held: dict[tuple[str, str], Zone] = session.info.setdefault(HELD, {})
    zone = held.get((utility, code)) or session.get(Zone, (utility, code))
    if zone is not None:
        held[utility, code] = zone
    return zone


def ensure_known(session: Session, utility: str, code: str) -> None:
    """Raises NoSuchZone; the one that distributes by hand always exists."""
    if code != FALLBACK and session.get(Zone, (utility, code)) is None:
        raise NoSuchZone


def configure(session: Session, wanted: ConfigureZone) -> None:
    """Set a zone's contact and give it one more area; the same again changes nothing."""
    shown = {"name": wanted.name, "email": wanted.email, "phone": wanted.phone}
    session.execute(
        insert(Zone)
        .values(utility=wanted.utility, code=wanted.code, **shown)
        .on_conflict_do_update(index_elements=["utility", "code"], set_=shown)
    )
    session.execute(
        insert(ZoneArea)
        .values(
            utility=wanted.utility,
            zone=wanted.code,
            kommunenr=wanted.kommunenr,
            gnr_from=wanted.gnr_from,
            gnr_to=wanted.gnr_to,
            bnr_from=wanted.bnr_from,
            bnr_to=wanted.bnr_to,
        )
        .on_conflict_do_update(index_elements=RANGE, set_={"zone": wanted.code})
    )


def clear(session: Session, utility: str, code: str) -> None:
    """Take every range and polygon from a zone, before it is given others."""
    for table in (ZoneArea, ZonePolygon):
        session.execute(delete(table).where(table.utility == utility, table.zone == code))
