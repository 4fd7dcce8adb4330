"""Somebody of the utility is sent to its own login."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.login_provider import BeginProviderLogin
from services.identity.contract.types.login_provider import SentToProvider
from services.identity.domain.login_provider import ATTEMPT
from services.identity.steps.provider import provider_of
from services.identity.store import login_provider, provider_logins, utilities
from services.identity.store.provider_logins import Proofs


def begin_provider_login(request: BeginProviderLogin, work: Work) -> SentToProvider:
    """The address to go to; state, nonce and PKCE verifier follow from the attempt's secret.

    Raises UnknownUtility, NoLoginProvider, ProviderUnavailable.
    """
    utilities.known(work.session, request.utility)
    provider = provider_of(request.utility)
    secret = provider_logins.begin(work.session, request.utility, work.now + ATTEMPT)
    return SentToProvider(
        attempt=secret, address=login_provider.address(provider, Proofs.of(secret))
    )
