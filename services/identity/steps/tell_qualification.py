"""What every event about a qualification says."""

from __future__ import annotations

from services.identity.catalogue.trades import title_of
from services.identity.model import FirmAtUtility, Qualification


def facts_of(row: Qualification, firm: FirmAtUtility) -> dict[str, object]:
    """Which, whose, and where the firm reads its mail."""
    return {
        "firm_id": row.firm_id,
        "firm_name": firm.name,
        "qualification_id": row.qualification_id,
        "title": title_of(row.type),
        "number": row.number,
        "email": firm.email_post,
        "language": firm.language,
    }
