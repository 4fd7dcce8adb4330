"""Whether the utility already has an open case of the same type on the same property."""

from __future__ import annotations

from sqlalchemy import cast, select
from sqlalchemy.dialects.postgresql import TSQUERY

from services.cases.catalogue.case_type import CaseType
from services.cases.contract.types.drafts import Duplicate
from services.cases.model import Case
from services.cases.store import forms
from services.cases.store.origins import ref
from services.chassis.db.work import Work

MOST = 5


def of(work: Work, case: Case, kind: CaseType) -> list[Duplicate]:
    """The firm's own by name; of others' only that there is one (decision 23)."""
    keys = sorted({place.plot for place in forms.properties(kind, case.form)})
    if not keys:
        return []
    asked = " | ".join(f"'{key}'" for key in keys)
    found = work.session.scalars(
        select(Case)
        .where(
            Case.utility == case.utility,
            Case.type == case.type,
            Case.id != case.id,
            Case.submitted_at.is_not(None),
            Case.ball != "nobody",
            Case.pieces.op("@@")(cast(asked, TSQUERY)),
        )
        .order_by(Case.updated_at.desc(), Case.id)
        .limit(MOST * 4)
    ).all()
    own = [each for each in found if each.firm_id == case.firm_id]
    told = [Duplicate(own=True, case=ref(each)) for each in own[:MOST]]
    return [*told, Duplicate(own=False)] if len(own) < len(found) else told
