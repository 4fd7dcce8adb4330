"""What a firm has proven, for itself and its registrar."""

from __future__ import annotations

from datetime import date

from services.identity.catalogue.trades import title_of
from services.identity.contract.types.qualifications import QualificationView
from services.identity.domain.qualifications import counts
from services.identity.model import FirmAtUtility, Qualification


def qualification_view(row: Qualification, firm: FirmAtUtility, today: date) -> QualificationView:
    """As it stands that day."""
    said = {
        name: getattr(row, name)
        for name in QualificationView.model_fields
        if name not in {"firm_name", "title", "valid"}
    }
    return QualificationView.model_validate(
        {
            **said,
            "firm_name": firm.name,
            "title": title_of(row.type),
            "valid": counts(row.state, row.expires_on, today),
        }
    )
