"""Who was sent to a login provider, and who a provider's subjects are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from services.chassis import ids
from services.chassis.keyed_hash import keyed_hash
from services.identity.contract.errors import LoginExpired
from services.identity.model import LoginSession, ProviderAccount, ProviderLogin
from services.identity.store import login_sessions, turns


@dataclass(frozen=True)
class Proofs:
    """What binds the answer to the browser that was sent: all of it follows from one secret."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def of(cls, secret: str) -> Proofs:
        """64 hex digits each, which RFC 7636 takes as a verifier."""
        return cls(*(keyed_hash(f"provider-{part}", secret) for part in ("s", "n", "v")))


def begin(session: Session, utility: str, until: datetime) -> str:
    """Remember that somebody is sent; the secret for their cookie."""
    secret = ids.secret()
    session.add(
        ProviderLogin(
            login_id=ids.new_id(),
            secret_hash=_hash(secret),
            utility=utility,
            expires_at=until,
        )
    )
    return secret


def finish(session: Session, secret: str, at: datetime) -> ProviderLogin:
    """The login under way, spent from now on. Raises LoginExpired."""
    turns.take(session, f"provider:{_hash(secret)}")
    found = session.scalars(
        select(ProviderLogin)
        .where(
            ProviderLogin.secret_hash == _hash(secret),
            ProviderLogin.expires_at > at,
            ProviderLogin.done_at.is_(None),
        )
        .with_for_update()
    ).one_or_none()
    if found is None:
        raise LoginExpired
    found.done_at = at
    return found


def account(session: Session, issuer: str, subject: str, utility: str) -> ProviderAccount | None:
    """Who the subject is, if they were here before."""
    return session.get(
        ProviderAccount, (issuer, subject, utility), with_for_update=True, populate_existing=True
    )


def utilities_of(session: Session, person_id: str) -> frozenset[str]:
    """Where the person's post is a provider's to give and take."""
    found = select(ProviderAccount.utility).where(ProviderAccount.person_id == person_id)
    return frozenset(session.scalars(found))


def due(session: Session, before: datetime, at: datetime) -> ProviderAccount | None:
    """Somebody with a living session whom the provider was not asked about since."""
    return session.scalars(
        select(ProviderAccount)
        .join(
            LoginSession,
            (LoginSession.person_id == ProviderAccount.person_id)
            & (LoginSession.utility == ProviderAccount.utility),
        )
        .where(
            LoginSession.portal == "operator",
            login_sessions.alive(at),
            ProviderAccount.checked_at <= before,
            ProviderAccount.sealed_token != "",
        )
        .order_by(ProviderAccount.checked_at)
        .limit(1)
        .with_for_update(of=ProviderAccount, skip_locked=True)
    ).first()


def forget_over(session: Session, at: datetime) -> int:
    """Erase logins nobody came back from, an hour after."""
    gone = delete(ProviderLogin).where(ProviderLogin.expires_at < at - timedelta(hours=1))
    return len(session.execute(gone.returning(ProviderLogin.login_id)).all())


def _hash(secret: str) -> str:
    return keyed_hash("provider-login", secret)
