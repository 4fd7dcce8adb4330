"""A zone with all that decides which cases go there."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.cases.contract.operations.zones import SetZone, SetZoneContact
from services.cases.contract.types.parties import PersonRef
from services.cases.contract.types.zones import ZoneRange, ZoneSetup
from services.cases.contract.zone_errors import ZoneRangeTaken
from services.cases.model import KnownPerson, Zone, ZoneArea, ZonePolygon
from services.cases.store import zones


def put(session: Session, utility: str, wanted: SetZone) -> None:
    """Make it so. Raises ZoneRangeTaken."""
    shown = {
        "name": wanted.name,
        "email": wanted.email,
        "phone": wanted.phone,
        "default_caseworker_id": wanted.default_caseworker or None,
    }
    session.execute(
        insert(Zone)
        .values(utility=utility, code=wanted.code, **shown)
        .on_conflict_do_update(index_elements=["utility", "code"], set_=shown)
    )
    zones.clear(session, utility, wanted.code)
    for area in wanted.ranges:
        _give(session, utility, wanted.code, area)
    for position, ring in enumerate(wanted.polygons):
        outline = ZonePolygon(utility=utility, zone=wanted.code, position=position, ring=ring)
        session.add(outline)
    session.flush()
    session.expire_all()


def reach(session: Session, utility: str, wanted: SetZoneContact) -> bool:
    """How a zone is reached from now on; False when there is no such zone."""
    changed = session.execute(
        update(Zone)
        .where(Zone.utility == utility, Zone.code == wanted.code)
        .values(phone=wanted.phone, email=wanted.email)
        .returning(Zone.code)
    ).one_or_none()
    return changed is not None


def _give(session: Session, utility: str, code: str, area: ZoneRange) -> None:
    key = {"utility": utility, **area.model_dump()}
    session.execute(insert(ZoneArea).values(zone=code, **key).on_conflict_do_nothing())
    owner = session.scalars(select(ZoneArea).filter_by(**key)).one().zone
    if owner != code:
        raise ZoneRangeTaken(
            zone=owner, kommunenr=area.kommunenr, gnr_from=area.gnr_from, gnr_to=area.gnr_to
        )


def listed(session: Session, utility: str, *, outlines: bool = True) -> list[ZoneSetup]:
    """Every zone, by code; three statements, one without what it covers."""
    return _with(session, utility, *(_covered(session, utility) if outlines else ((), ())))


def _covered(session: Session, utility: str) -> tuple[Sequence[ZoneArea], Sequence[ZonePolygon]]:
    areas = session.scalars(
        select(ZoneArea)
        .filter_by(utility=utility)
        .order_by(ZoneArea.kommunenr, ZoneArea.gnr_from, ZoneArea.bnr_from)
    ).all()
    polygons = session.scalars(
        select(ZonePolygon).filter_by(utility=utility).order_by(ZonePolygon.position)
    ).all()
    return areas, polygons


def _with(
    session: Session, utility: str, areas: Sequence[ZoneArea], polygons: Sequence[ZonePolygon]
) -> list[ZoneSetup]:
    rows = session.execute(
        select(Zone, KnownPerson.name)
        .outerjoin(KnownPerson, KnownPerson.person_id == Zone.default_caseworker_id)
        .where(Zone.utility == utility)
        .order_by(Zone.code)
    )
    return [
        ZoneSetup(
            code=zone.code,
            name=zone.name,
            email=zone.email,
            phone=zone.phone,
            default_caseworker=_person(zone, name),
            ranges=[_range(area) for area in areas if area.zone == zone.code],
            polygons=[outline.ring for outline in polygons if outline.zone == zone.code],
        )
        for zone, name in rows
    ]


def _person(zone: Zone, name: str | None) -> PersonRef | None:
    if zone.default_caseworker_id is None:
        return None
    return PersonRef(person_id=zone.default_caseworker_id, name=name or "")


def _range(area: ZoneArea) -> ZoneRange:
    return ZoneRange(
        kommunenr=area.kommunenr,
        gnr_from=area.gnr_from,
        gnr_to=area.gnr_to,
        bnr_from=area.bnr_from,
        bnr_to=area.bnr_to,
    )
