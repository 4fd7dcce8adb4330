"""What is set up rather than worked with: the pages behind one entry of the menu."""

from __future__ import annotations

from dataclasses import dataclass

from services.chassis.messages import Actor


@dataclass(frozen=True)
class Place:
    """A page, the words that name and explain it, and the roles that find it; none: all staff."""

    href: str
    title: str
    words: str
    roles: tuple[str, ...] = ()


PLACES = (
    Place("/katalog", "type_desk.title", "administration.types", ("administrator",)),
    Place("/soner", "zones.title", "administration.zones"),
    Place("/nedetid", "freezes.title", "administration.freezes"),
    Place(
        "/kontaktpunkter",
        "contacts.title",
        "administration.contacts",
        ("editor", "administrator", "duty_officer", "zone_operator"),
    ),
    Place("/ansatte", "staff.title", "administration.staff", ("administrator",)),
    Place("/oppsett", "setup.title", "administration.setup"),
    Place("/sporing", "trail.title", "administration.trail", ("administrator", "auditor")),
    Place("/drift", "running.title", "administration.running", ("administrator",)),
)


def places_for(actor: Actor) -> list[Place]:
    """Those that this member of staff may open."""
    return [place for place in PLACES if not place.roles or actor.has(*place.roles)]
