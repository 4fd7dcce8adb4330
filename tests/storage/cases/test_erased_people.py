"""A person erased at identity: known no more, while cases keep the name they were written with."""

from __future__ import annotations

from sqlalchemy import select

from services.cases.contract.operations.handling import AssignCase
from services.cases.model import KnownPerson
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.contract.events.people import PersonChanged
from services.identity.contract.events.privacy import PersonErased
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import BERGEN, CASEWORKER


def test_an_erased_caseworker_takes_no_case_and_stays_in_the_old_one(desk: Desk) -> None:
    case = desk.submitted()
    ivar = PersonChanged(
        person_id="ivar",
        revision=2,
        name="Ivar Innlegg",
        email="ivar@vann.example",
        mobile=None,
        language="nb",
        firm_ids=[],
        staff_of=[BERGEN],
        staff_roles=["caseworker"],
    )
    desk.hear(ivar)
    to_ivar = AssignCase(case_id=case.case_id, person_id="ivar")
    desk.ask(to_ivar, CASEWORKER)
    desk.hear(PersonErased(person_id="ivar", revision=3))
    desk.hear(ivar)
    with begin(Actor.system("test")) as work:
        known = work.session.scalars(select(KnownPerson)).one()
        assert (known.name, known.active, known.revision) == ("", False, 3)
    assert desk.refused(to_ivar, CASEWORKER).code == "NoSuchCaseworker"
    kept = desk.look(case, CASEWORKER).caseworker
    assert kept is not None
    assert kept.name == "Ivar Innlegg"
