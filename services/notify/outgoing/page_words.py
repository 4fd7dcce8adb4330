"""The words of a page, the same from notify and from the lifeline."""

from __future__ import annotations

from services.chassis.norway import show_phone
from services.notify.contract.types import EmergencyReport
from services.notify.messages.place import place_of

LONGEST_DESCRIPTION = 300


def page_values(report: EmergencyReport) -> dict[str, str]:
    """What `incident_page` names, in bokmål."""
    return {
        "reference": report.reference,
        "severity": str(report.severity),
        "place": place_of(report.place, "nb"),
        "description": _shortened(report.description),
        "reporter": report.reporter.name,
        "phone": _shown(report.reporter.phone),
    }


def _shown(phone: str) -> str:
    """As people write it; as it stands when it is no number, for a page is sent all the same."""
    try:
        return show_phone(phone)
    except ValueError:
        return phone


def _shortened(description: str) -> str:
    words = " ".join(description.split()).rstrip(".")
    return words if len(words) <= LONGEST_DESCRIPTION else f"{words[:LONGEST_DESCRIPTION]} ..."
