"""Somebody comes back from their utility's own login."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.keyed_hash import same
from services.identity.contract.errors import ProviderDenied
from services.identity.contract.operations.login_provider import CompleteProviderLogin
from services.identity.contract.types.login_provider import BackFromProvider
from services.identity.steps.ask_factor import Entrance, ask_factor, opened_attempt
from services.identity.steps.provider import let_in, provider_of
from services.identity.steps.sessions import open_session
from services.identity.store import login_provider, provider_logins
from services.identity.store.provider_logins import Proofs


def complete_provider_login(request: CompleteProviderLogin, work: Work) -> BackFromProvider:
    """A second factor trusted there opens the session; else ours is asked for, as at any login.

    Whatever comes of it, nobody comes back twice. Raises LoginExpired, NoLoginProvider,
    ProviderDenied, ProviderUnavailable.
    """
    under_way = provider_logins.finish(work.session, request.attempt, work.now)
    provider = provider_of(under_way.utility)
    proofs = Proofs.of(request.attempt)
    from_there = request.issuer in ("", provider.issuer)
    if not (same(request.state, proofs.state) and from_there and request.code):
        raise ProviderDenied
    vouched = login_provider.redeem(provider, request.code, proofs)
    person = let_in(work, provider, vouched)
    entrance = Entrance("operator", provider.utility)
    if not provider.proved_twice(vouched.claims):
        return BackFromProvider(step=ask_factor(work, person, entrance))
    _, attempt = opened_attempt(work, person, entrance, "factor")
    work.session.flush()
    return BackFromProvider(
        opened=open_session(work, attempt, person, caller=request.caller, method="provider")
    )
