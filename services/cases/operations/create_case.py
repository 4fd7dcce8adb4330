"""A firm begins a draft."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import NotForYourProfession, TypeNotOpen
from services.cases.contract.events.life import CaseCreated
from services.cases.contract.operations.drafts import CreateCase
from services.cases.contract.types.case import CaseView
from services.cases.model import Case
from services.cases.store import access, case_types, forms, moves, origins
from services.cases.views import case_view
from services.chassis.db.work import Work
from services.chassis.ids import new_id


def create_case(request: CreateCase, work: Work) -> CaseView:
    """A draft of the newest version, which it keeps; a firm not yet approved may draft too.

    Raises NoSuchCaseType, NotForYourProfession, TypeNotOpen when the type has closed, RoleMissing,
    CaseNotFound for an earlier case that is not the firm's.
    """
    access.ensure(work.actor, *access.FIRM_WRITERS)
    kind = case_types.newest(work.session, work.actor.utility, request.type, work.now)
    definition, actor = kind.definition, work.actor
    if actor.professions.isdisjoint(definition.professions):
        raise NotForYourProfession(professions=sorted(definition.professions))
    if definition.closes_at is not None and definition.closes_at <= work.now:
        raise TypeNotOpen(opens_at=None, closes_at=definition.closes_at.isoformat())
    begun = origins.beginning(work, request, kind)
    case = Case(
        id=new_id(),
        utility=actor.utility,
        type=definition.code,
        type_version=definition.version,
        type_title=definition.title,
        type_text=" ".join(definition.title.values()),
        case_class=definition.class_,
        lifecycle=definition.lifecycle,
        title=request.title or begun.title,
        status="draft",
        ball="firm",
        moves=0,
        version=0,
        firm_id=actor.firm_id,
        firm_name=actor.firm_name,
        firm_orgnr=actor.firm_orgnr,
        contact_id=actor.user_id,
        contact_name=actor.name,
        place="",
        property_text="",
        form={},
        origin=begun.origin.model_dump(mode="json", exclude_defaults=True),
        created_at=work.now,
        updated_at=work.now,
    )
    forms.replace(case, kind, begun.values)
    moves.begin(work, case)
    work.emit(events.of_case(CaseCreated, case))
    return case_view(work, case)
