"""What a rørlegger writes in the forms of these journeys; all of it made up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.chassis import clock

PROPERTY = {"kommunenr": "4601", "gnr": 164, "bnr": 123, "address": "Eksempelveien 14"}


def plumbing_notice() -> dict[str, Any]:
    """A rørleggermelding without its attachments."""
    start = clock.today() + timedelta(days=14)
    return {
        "properties": [PROPERTY],
        "work_kind": "repair",
        "description": "Bytte av stikkledning for vann fra stoppekran til husvegg.",
        "planned_start": start.isoformat(),
        "pipe_services": ["water"],
        "pipe_dimension": 32,
        "pipe_material": "pe",
        "closes_public_line": False,
        "needs_dispensation": False,
        "responsible_name": "Ada Rørvik",
        "qualification": "adk_plumber",
        "adk1_number": "ADK1-12345",
        "adk1_date": (start - timedelta(days=700)).isoformat(),
        "owner_kind": "person",
        "owner_name": "Ola Huseier",
        "subscriber_is_owner": True,
    }
