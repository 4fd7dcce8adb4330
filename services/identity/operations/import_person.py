"""The system brings in a person known from before."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.catalogue.common_passwords import is_common
from services.identity.contract.errors import FirmNotFound
from services.identity.contract.operations.people import ImportPerson
from services.identity.contract.types.people import PersonView
from services.identity.domain.acting import Acting
from services.identity.domain.passwords import ensure_good
from services.identity.model import Person
from services.identity.steps.tell import tell_person
from services.identity.store import firms, hashing, people, utilities
from services.identity.views.people import person_view


def import_person(request: ImportPerson, work: Work) -> PersonView:
    """New or known by the address; places in firms and posts are set as said.

    What the person has set themselves (name, language, mobile, password) is never overwritten.
    Repeating it changes and tells nothing. Raises UnknownUtility, FirmNotFound, WeakPassword.
    """
    utilities.known(work.session, request.utility)
    person = people.by_email(work.session, request.email) or _new(request, work)
    before = _standing(work, person)
    if person.mobile is None and person.revision == 0:
        person.mobile = request.mobile
    if request.firm_orgnr:
        firm_id = _firm_id(request, work)
        people.join_firm(
            work.session, person.person_id, firm_id, request.utility, request.firm_roles
        )
    if request.staff_roles:
        people.take_post(
            work.session, person.person_id, request.utility, sorted(set(request.staff_roles))
        )
    if person.revision == 0 or _standing(work, person) != before:
        tell_person(work, person, request.utility)
    return _view(request, work, person)


def _new(request: ImportPerson, work: Work) -> Person:
    if request.password is not None:
        ensure_good(request.password, personal=(request.name, request.email), common=is_common)
    person = Person(
        person_id=ids.new_id(),
        name=request.name,
        email=request.email,
        mobile=None,
        password=hashing.hashed(request.password) if request.password is not None else None,
        language=request.language,
        active=True,
        revision=0,
        created_at=work.now,
    )
    work.session.add(person)
    work.session.flush()
    return person


def _firm_id(request: ImportPerson, work: Work) -> str:
    firm = firms.locked_by_orgnr(work.session, request.firm_orgnr or "")
    if firms.at_utility(work.session, firm.firm_id, request.utility) is None:
        raise FirmNotFound
    return firm.firm_id


def _standing(work: Work, person: Person) -> list[tuple[object, ...]]:
    places = people.firms_of(work.session, person.person_id)
    posts = people.posts_of(work.session, person.person_id)
    return [
        *((p.firm.firm_id, p.firm.utility, *p.membership.roles) for p in places),
        *((post.utility, *post.roles) for post in posts),
    ]


def _view(request: ImportPerson, work: Work, person: Person) -> PersonView:
    places = people.firms_of(work.session, person.person_id)
    posts = people.posts_of(work.session, person.person_id)
    here = [place.firm.firm_id for place in places if place.orgnr == request.firm_orgnr]
    acting = Acting(request.utility, here[0] if here else "")
    return person_view(person, places, posts, acting)
