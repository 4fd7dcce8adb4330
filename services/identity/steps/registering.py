"""A registration whose mobile and e-mail address are both proven becomes a firm that waits."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.errors import FirmKnown
from services.identity.contract.types.firms import FirmEmails, NewFirm
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.model import Firm, FirmAtUtility, Person, Registration
from services.identity.steps.registry import take_over
from services.identity.steps.tell import tell_person, tell_registered
from services.identity.store import enhetsregisteret, firms, people

FIRST_ROLES = ("firm_admin", "applicant")
MAY_ASK_AGAIN = (None, "rejected")


def ensure_may_register(work: Work, orgnr: str, utility: str) -> None:
    """Raises FirmKnown for a firm that waits, is in, or was suspended at this utility."""
    if firms.status_of(work.session, orgnr, utility) not in MAY_ASK_AGAIN:
        raise FirmKnown


def finish_if_proven(work: Work, registration: Registration) -> str:
    """The firm's status now. Raises FirmKnown when another registration was proven first."""
    if registration.done_at is not None:
        return firms.status_of(work.session, registration.orgnr, registration.utility) or "waiting"
    if registration.mobile_proven_at is None or registration.email_proven_at is None:
        return "registering"
    firm = firms.locked_by_orgnr(work.session, registration.orgnr)
    take_over(firm, _registry(work, registration), work)
    ensure_may_register(work, registration.orgnr, registration.utility)
    known = _known_from_now(work, firm, registration)
    person = _administrator(work, registration)
    dismissed = people.dismiss_all(work.session, firm.firm_id, known.utility)
    people.join_firm(work.session, person.person_id, firm.firm_id, known.utility, FIRST_ROLES)
    registration.done_at, registration.password = work.now, ""
    tell_registered(work, firm, known)
    for person_id in sorted({*dismissed, person.person_id}):
        tell_person(work, people.by_id(work.session, person_id), known.utility)
    return known.status


def profile(
    known: FirmAtUtility, firm: NewFirm, emails: FirmEmails, professions: list[str]
) -> None:
    """Write what the firm says of itself."""
    known.name, known.municipality, known.phone = firm.name, firm.municipality, firm.phone
    known.email_post, known.email_invoice = emails.post, emails.invoice
    known.email_contact = emails.contact
    known.professions = list(professions)


def _known_from_now(work: Work, firm: Firm, registration: Registration) -> FirmAtUtility:
    """The firm at this utility, waiting; a rejected one starts afresh with new people."""
    language = _language(work, registration)
    known = firms.at_utility(work.session, firm.firm_id, registration.utility)
    if known is None:
        known = FirmAtUtility(firm_id=firm.firm_id, utility=registration.utility)
        work.session.add(known)
    described = NewFirm.model_validate(registration.firm)
    profile(known, described, described.emails, registration.professions)
    known.status = "waiting"
    known.asked_at = known.confirmed_at = work.now
    known.language, known.language_chosen = language, False
    known.decided_at, known.decided_by, known.reason = None, None, ""
    work.session.flush()
    return known


def _language(work: Work, registration: Registration) -> str:
    """The register's målform when it has answered, else what the administrator reads."""
    said = _registry(work, registration)
    return said.language if said and said.found else registration.language


def _registry(work: Work, registration: Registration) -> RegistryAnswer | None:
    return enhetsregisteret.remembered(work.session, [registration.orgnr]).get(registration.orgnr)


def _administrator(work: Work, registration: Registration) -> Person:
    """The account of the proven address; its password and mobile are never overwritten."""
    person = people.by_email(work.session, registration.email)
    if person is None:
        person = Person(
            person_id=registration.person_id,
            name=registration.name,
            email=registration.email,
            mobile=registration.mobile,
            mobile_changed_at=work.now,
            password=registration.password,
            language=registration.language,
            active=True,
            revision=0,
            created_at=work.now,
        )
        work.session.add(person)
        work.session.flush()
    return person
