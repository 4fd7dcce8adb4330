"""A firm and its first administrator ask to get in."""

from __future__ import annotations

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.catalogue.common_passwords import is_common
from services.identity.catalogue.trades import ensure_professions
from services.identity.contract.operations.registration import RegisterFirm
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.domain.lifetimes import REGISTRATION
from services.identity.domain.orgnr import firm_number
from services.identity.domain.passwords import ensure_good
from services.identity.model import Registration
from services.identity.steps import limits
from services.identity.steps.registering import ensure_may_register
from services.identity.steps.send_code import CodeTo, send_code
from services.identity.steps.send_link import LinkTo, send_link
from services.identity.store import hashing, people, registrations, users, utilities
from services.identity.views.registration import receipt


def register_firm(request: RegisterFirm, work: Work) -> RegistrationReceipt:
    """Keep the request for a day and send an SMS code and an e-mail link; nothing is made yet.

    Known and unknown addresses are answered alike: the link goes to whoever owns the address, and
    an existing account keeps its password and mobile. An earlier unproven request does not stand
    in the way; who proves both first wins.
    """
    utilities.known(work.session, request.utility)
    orgnr = firm_number(request.orgnr)
    ensure_professions(request.professions)
    ensure_may_register(work, orgnr, request.utility)
    admin = request.admin
    ensure_good(admin.password, personal=(admin.name, admin.email), common=is_common)
    password = hashing.hashed(admin.password)
    limits.claim_before_password(work, request.caller.address)
    registration, token = _kept(request, work, orgnr, password)
    _send_both(work, registration, token, request.firm.name)
    shared = users.mobile_in_use(work.session, registration.mobile, but=registration.person_id)
    return receipt(registration, "registering", mobile_shared=shared)


def _kept(request: RegisterFirm, work: Work, orgnr: str, password: str) -> tuple[Registration, str]:
    admin, registration_id, token = request.admin, ids.new_id(), ids.secret()
    account = people.by_email(work.session, admin.email)
    registration = Registration(
        registration_id=registration_id,
        utility=request.utility,
        orgnr=orgnr,
        firm=request.firm.model_dump(mode="json"),
        professions=sorted(set(request.professions)),
        person_id=account.person_id if account else ids.new_id(),
        name=admin.name,
        email=admin.email,
        mobile=admin.mobile,
        password=password,
        language=admin.language,
        link_hash=registrations.link_hash(registration_id, token),
        created_at=work.now,
        expires_at=work.now + REGISTRATION,
    )
    work.session.add(registration)
    return registration, token


def _send_both(work: Work, registration: Registration, token: str, firm_name: str) -> None:
    send_code(work, CodeTo.of_registration(registration))
    send_link(
        work,
        LinkTo(
            purpose="registration",
            person_id=registration.person_id,
            email=registration.email,
            language=registration.language,  # type: ignore[arg-type] # validated when written
            portal="contractor",
            utility=registration.utility,
            path=f"/registrer/{registration.registration_id}/epost?token={{token}}",
            expires_at=registration.expires_at,
            firm_name=firm_name,
        ),
        token,
    )
