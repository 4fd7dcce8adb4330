"""A report as the gateway spooled it, read so that no slip keeps a phone from ringing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from services.notify.contract.types import EmergencyReport, Place, Reporter
from services.notify.messages import word

GRAVEST = 1


def read_report(content: bytes) -> EmergencyReport:
    """Tolerant of fields a newer gateway may have added. Raises ValueError."""
    raw = json.loads(content)
    if not isinstance(raw, dict):
        raise ValueError("not a report")
    known = _known(raw, EmergencyReport)
    for name, part in (("place", Place), ("reporter", Reporter)):
        if isinstance(known.get(name), dict):
            known[name] = _known(known[name], part)
    return EmergencyReport.model_validate(known)


def _known(raw: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if name in model.model_fields}


def bare_report(file: Path) -> EmergencyReport | None:
    """What stands in for a report that cannot be read: somebody is rung and looks for themselves.

    None when the file is gone by now.
    """
    try:
        written_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
    unknown = word("place.unknown", "nb")
    return EmergencyReport.model_construct(
        reference=file.stem,
        utility="",
        reported_at=written_at,
        place=Place(),
        description=word("page.unreadable", "nb"),
        severity=GRAVEST,
        water_off="no",
        hazards=[],
        reporter=Reporter.model_construct(name=unknown, phone=unknown, role="other"),
    )
