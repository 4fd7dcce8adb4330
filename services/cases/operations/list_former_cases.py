"""A firm finds the cases that were given to another."""

from __future__ import annotations

from services.cases.contract.operations.parties import ListFormerCases
from services.cases.contract.types.parties import FormerCase, FormerCases
from services.cases.store import formers
from services.chassis.db.work import Work


def list_former_cases(request: ListFormerCases, work: Work) -> FormerCases:
    """As they looked when it left them, the latest first."""
    del request
    seen = [formers.view(former) for former in formers.listed(work.session, work.actor)]
    return FormerCases(
        items=[
            FormerCase(
                case_id=case.case_id,
                number=case.number,
                type_title=case.type_title,
                title=case.title,
                place=case.place,
                until=case.former_until,
            )
            for case in seen
            if case.former_until
        ]
    )
