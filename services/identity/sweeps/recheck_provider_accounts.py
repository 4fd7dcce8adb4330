"""While staff are logged in, their utility's own login is asked whether they are still there."""

from __future__ import annotations

from services.chassis.db.transaction import begin
from services.chassis.logging import logger
from services.chassis.messages import Actor
from services.identity.contract.errors import (
    NoLoginProvider,
    ProviderDenied,
    ProviderUnavailable,
)
from services.identity.domain.login_provider import CHECKED_EVERY
from services.identity.model import ProviderAccount
from services.identity.steps.provider import let_in, let_out, provider_of, token_owner
from services.identity.store import at_rest, login_provider, provider_logins

log = logger(__name__)
SYSTEM = Actor.system("identity")


def recheck_provider_accounts() -> int:
    """One of them, asked outside any transaction; with the provider away nothing changes."""
    with begin(SYSTEM) as work:
        found = provider_logins.due(work.session, work.now - CHECKED_EVERY, work.now)
        if found is None:
            return 0
        found.checked_at = work.now
        asked = (found.issuer, found.subject, found.utility)
        token = at_rest.opened(token_owner(*asked[:2]), found.sealed_token)
    try:
        vouched = login_provider.ask_again(provider_of(asked[2]), token)
    except ProviderUnavailable:
        log.warning("provider_not_rechecked", utility=asked[2])
        return 0
    except (ProviderDenied, NoLoginProvider):
        vouched = None
    _apply(asked, vouched)
    return 1


def _apply(asked: tuple[str, str, str], vouched: login_provider.Vouched | None) -> None:
    issuer, subject, utility = asked
    with begin(SYSTEM) as work:
        known = work.session.get(ProviderAccount, (issuer, subject, utility), with_for_update=True)
        if known is None:
            return
        if vouched is None or vouched.claims["sub"] != subject:
            let_out(work, known, "gone")
            return
        try:
            let_in(work, provider_of(utility), vouched, at_login=False)
        except ProviderDenied:
            log.info("provider_access_ended", utility=utility)
