"""Where a new draft gets its first answers: a copied case, one it follows on, firm and person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Text, cast, select
from sqlalchemy.dialects.postgresql import ARRAY

from services.cases.catalogue.carrying import carry, chosen
from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.prefill import prefill
from services.cases.contract.errors import CaseNotFound
from services.cases.contract.operations.drafts import CreateCase
from services.cases.contract.types.drafts import CaseRef, Origin
from services.cases.domain.deadlines import local_day
from services.cases.model import Case
from services.cases.store import access, case_types, cases
from services.chassis.db.work import Work

LOOKED_AT = 200
"""How far back among the firm's cases somebody's last answers are looked for."""


@dataclass
class Beginning:
    """The first answers of a draft, and where they come from."""

    values: dict[str, Any] = field(default_factory=dict)
    origin: Origin = field(default_factory=Origin)
    title: str = ""


def beginning(work: Work, request: CreateCase, kind: CaseType) -> Beginning:
    """What is known goes first, what was answered in a copied case over it.

    Raises CaseNotFound for an earlier case the actor may not see.
    """
    values = {**_from_last(work, kind), **_from_firm(work, kind)}
    reference = _earlier(work, request.reference_case)
    if reference is not None:
        known = {kind.case_field: reference.number, **reference.form}
        values |= dict(chosen([kind.case_field, *prefill().reference], known, kind))
    source = _earlier(work, request.copy_of)
    if source is None:
        said = Origin(reference=_ref(reference), prefilled=sorted(values))
        return Beginning(values, said)
    earlier = case_types.kept(work.session, source.type, source.type_version)
    carried = carry(earlier, source.form, kind, local_day(work.now))
    said = Origin(
        copy_of=_ref(source),
        reference=_ref(reference),
        dropped=carried.dropped,
        prefilled=sorted(set(values) - set(carried.values)),
    )
    return Beginning({**values, **carried.values}, said, source.title)


def ref(case: Case) -> CaseRef:
    """A case as another one shows it."""
    return CaseRef(
        case_id=case.id, number=case.number, type_title=case.type_title, place=case.place
    )


def _ref(case: Case | None) -> CaseRef | None:
    return ref(case) if case is not None else None


def _earlier(work: Work, case_id: str | None) -> Case | None:
    """One's own firm's; what another firm wrote is not copied by those it let in."""
    if not case_id:
        return None
    case = cases.found(work, case_id)
    if access.standing(work.actor, case) != "applicant":
        raise CaseNotFound
    return case


def _from_firm(work: Work, kind: CaseType) -> dict[str, Any]:
    """A plumber that applies is the plumber."""
    if "rorlegger" not in work.actor.professions:
        return {}
    firm = {"name": work.actor.firm_name, "orgnr": work.actor.firm_orgnr}
    said = {name: firm[part] for name, part in prefill().firm.items()}
    return dict(chosen(list(said), said, kind))


def _from_last(work: Work, kind: CaseType) -> dict[str, Any]:
    """The newest the same person sent in that answers any of the fields, among the firm's last."""
    names = [name for name in prefill().last if name in kind.fields]
    if not names:
        return {}
    newest = (
        select(Case.form, Case.contact_id, Case.submitted_at)
        .where(access.listed(work.actor))
        .order_by(Case.updated_at.desc(), Case.id.desc())
        .limit(LOOKED_AT)
        .subquery()
    )
    form = work.session.scalar(
        select(newest.c.form)
        .where(
            newest.c.contact_id == work.actor.user_id,
            newest.c.submitted_at.is_not(None),
            newest.c.form.has_any(cast(names, ARRAY(Text))),
        )
        .limit(1)
    )
    return dict(chosen(names, form or {}, kind))
