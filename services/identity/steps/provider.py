"""Staff as their utility's own login knows them: let in, kept up to date, let out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.contract.errors import NoLoginProvider, ProviderDenied
from services.identity.contract.events.login_provider import ProviderAccessEnded, ProviderVouched
from services.identity.contract.types.words import StaffRole
from services.identity.domain.login_provider import LoginProvider
from services.identity.model import Person, ProviderAccount
from services.identity.settings import identity_settings
from services.identity.steps.sessions import end_session
from services.identity.steps.tell import tell_person
from services.identity.store import at_rest, login_sessions, people, provider_logins
from services.identity.store.login_provider import Vouched

LONGEST_NAME = 120


def provider_of(utility: str) -> LoginProvider:
    """The utility's own login. Raises NoLoginProvider."""
    for provider in identity_settings().oidc_providers:
        if provider.utility == utility and utility in identity_settings().oidc_client_secrets:
            return provider
    raise NoLoginProvider


def let_in(
    work: Work, provider: LoginProvider, vouched: Vouched, *, at_login: bool = True
) -> Person:
    """Who it is here, with the roles the claims give now. Raises ProviderDenied.

    One who came before is known by the provider's `sub`; one who comes for the first time by an
    address the provider says is theirs, so that a firm's person and a member of staff are one.
    """
    subject = str(vouched.claims["sub"])
    known = provider_logins.account(work.session, provider.issuer, subject, provider.utility)
    try:
        roles = provider.roles_of(vouched.claims)
    except ProviderDenied:
        if known is not None:
            let_out(work, known, "no_role")
        raise
    person = (
        people.locked(work.session, known.person_id)
        if known is not None
        else _met(work, provider, vouched)
    )
    if not person.active:
        raise ProviderDenied
    keep(work, provider, vouched, person)
    _give_post(work, person, provider, roles)
    if at_login:
        work.emit(
            ProviderVouched(
                person_id=person.person_id,
                issuer=provider.issuer,
                roles=list(roles),
                proved_twice=provider.proved_twice(vouched.claims),
            ),
            utility=provider.utility,
        )
    return person


def _give_post(
    work: Work, person: Person, provider: LoginProvider, roles: Sequence[StaffRole]
) -> None:
    """Others hear of it only when something is new."""
    held = {
        post.utility: sorted(post.roles) for post in people.posts_of(work.session, person.person_id)
    }
    if held.get(provider.utility) != list(roles):
        people.take_post(work.session, person.person_id, provider.utility, roles)
        tell_person(work, person, provider.utility)


def keep(work: Work, provider: LoginProvider, vouched: Vouched, person: Person) -> None:
    """That the provider vouches for them, and what to ask it again with."""
    work.session.merge(
        ProviderAccount(
            issuer=provider.issuer,
            subject=str(vouched.claims["sub"]),
            utility=provider.utility,
            person_id=person.person_id,
            sealed_token=_sealed(provider, vouched),
            checked_at=work.now,
        )
    )


def _sealed(provider: LoginProvider, vouched: Vouched) -> str:
    owner = token_owner(provider.issuer, str(vouched.claims["sub"]))
    return at_rest.sealed(owner, vouched.refresh_token) if vouched.refresh_token else ""


def token_owner(issuer: str, subject: str) -> str:
    """Whose a refresh token is, so that it is worth nothing in another row."""
    return f"provider:{issuer}:{subject}"


def let_out(work: Work, known: ProviderAccount, why: Literal["no_role", "gone"]) -> None:
    """The post is taken away and its sessions end, at once and everywhere."""
    known.sealed_token, known.checked_at = "", work.now
    people.leave_post(work.session, known.person_id, known.utility)
    for held in login_sessions.own(work.session, known.person_id, work.now):
        if held.portal == "operator" and held.utility == known.utility:
            end_session(work, held, "locked")
    tell_person(work, people.by_id(work.session, known.person_id), known.utility)
    work.emit(
        ProviderAccessEnded(person_id=known.person_id, issuer=known.issuer, why=why),
        utility=known.utility,
    )


def _met(work: Work, provider: LoginProvider, vouched: Vouched) -> Person:
    email = provider.email_of(vouched.claims)
    known = people.by_email(work.session, email)
    if known is not None:
        return people.locked(work.session, known.person_id)
    name = str(vouched.claims.get("name") or email)[:LONGEST_NAME]
    person = Person(
        person_id=ids.new_id(),
        name=name,
        email=email,
        mobile=None,
        password=None,
        language="nb",
        active=True,
        revision=0,
        created_at=work.now,
    )
    work.session.add(person)
    work.session.flush()
    return person
