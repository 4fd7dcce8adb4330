"""A firm's own software: its key is told once, acts as itself, and ends at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.chassis.db import ended_sessions
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import (
    ApiKeyNotFound,
    FirmNotOpen,
    SessionEnded,
    StepUpNeeded,
    TooManyApiKeys,
)
from services.identity.contract.operations.api_keys import (
    CheckApiKey,
    CreateApiKey,
    ListApiKeys,
    RevokeApiKey,
)
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.api_keys import ApiScope, NewApiKey
from services.identity.domain.api_keys import MOST_KEYS
from services.identity.sweeps import warn_of_expiring_keys
from tests.storage.identity.desk import OTHER_ORGNR, SYSTEM, TRAINING, Desk

OFFICE = Caller(address="192.0.2.1")
READS: tuple[ApiScope, ...] = ("cases:read", "documents:read")


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """The administrator of an approved firm, fresh from both factors."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


def make(desk: Desk, actor: Actor, *scopes: ApiScope, days: int = 365) -> NewApiKey:
    """A key for the plumbing firm's ERP."""
    request = CreateApiKey(name="Rørbok ERP", scopes=list(scopes or READS), valid_days=days)
    return desk.ask(request, actor)


def test_the_secret_is_told_once_and_kept_as_a_hash(desk: Desk, nora: Actor) -> None:
    made = make(desk, nora)
    assert made.secret.startswith("epk_")
    assert made.secret.startswith(made.prefix)
    assert len(made.secret) - len(made.prefix) >= 35
    listed = desk.ask(ListApiKeys(), nora).items
    assert [key.key_id for key in listed] == [made.key_id]
    assert made.secret not in str(listed)
    assert made.secret not in str(desk.told("api_key_created"))
    with begin(SYSTEM) as work:
        kept = work.session.connection().exec_driver_sql("SELECT api_key::text FROM api_key").all()
    assert made.secret not in str(kept)


def test_a_key_acts_as_itself_for_its_firm_and_never_more_than_an_applicant(
    desk: Desk, nora: Actor
) -> None:
    reading = desk.ask(CheckApiKey(secret=make(desk, nora).secret))
    writing = desk.ask(CheckApiKey(secret=make(desk, nora, "cases:write", "cases:read").secret))
    assert reading.actor.roles == {"reader"}
    assert writing.actor.roles == {"applicant"}
    for checked in (reading, writing):
        actor = checked.actor
        assert (actor.audience, actor.name, actor.firm_approved) == (
            "contractor",
            "Rørbok ERP",
            True,
        )
        assert (actor.firm_id, actor.utility) == (nora.firm_id, nora.utility)
        assert actor.user_id == actor.session_id == checked.session_id
    assert writing.scopes == {"cases:read", "cases:write"}


def test_only_a_fresh_administrator_of_an_approved_firm_makes_keys(desk: Desk, nora: Actor) -> None:
    applicant = nora.model_copy(update={"roles": frozenset({"applicant"})})
    asked = CreateApiKey(name="ERP", scopes=["cases:read"])
    assert isinstance(desk.refused(asked, applicant), NotForYou)
    assert isinstance(desk.refused(ListApiKeys(), applicant), NotForYou)
    machine = desk.ask(CheckApiKey(secret=make(desk, nora).secret)).actor
    as_admin = machine.model_copy(update={"roles": frozenset({"firm_admin"})})
    assert isinstance(desk.refused(asked, as_admin), StepUpNeeded)
    desk.later(11 * 60)
    assert isinstance(desk.refused(asked, nora), StepUpNeeded)
    assert desk.count("api_key") == 1


def test_a_firm_that_waits_gets_no_key(desk: Desk) -> None:
    desk.registered()
    waiting = desk.actor(desk.log_in())
    refusal = desk.refused(CreateApiKey(name="ERP", scopes=["cases:read"]), waiting)
    assert isinstance(refusal, FirmNotOpen)


def test_a_key_ended_is_refused_at_once_and_everybody_hears(desk: Desk, nora: Actor) -> None:
    made = make(desk, nora)
    desk.ask(RevokeApiKey(key_id=made.key_id), nora)
    assert isinstance(desk.refused(CheckApiKey(secret=made.secret)), SessionEnded)
    assert desk.told("session_ended")[-1]["session_id"] == made.key_id
    assert made.key_id in ended_sessions.EndedSessions()
    assert desk.ask(ListApiKeys(), nora).items == []
    assert isinstance(desk.refused(RevokeApiKey(key_id=made.key_id), nora), ApiKeyNotFound)


def test_nobody_sees_or_ends_another_firms_key_or_one_of_another_utility(
    desk: Desk, nora: Actor
) -> None:
    made = make(desk, nora)
    other = desk.firm(OTHER_ORGNR)
    for stranger in (
        nora.model_copy(update={"firm_id": other}),
        nora.model_copy(update={"utility": TRAINING}),
    ):
        assert desk.ask(ListApiKeys(), stranger).items == []
        refusal = desk.refused(RevokeApiKey(key_id=made.key_id), stranger)
        assert isinstance(refusal, ApiKeyNotFound)
    assert desk.ask(CheckApiKey(secret=made.secret)).session_id == made.key_id


def test_a_key_runs_out_and_the_firm_is_warned_once_two_weeks_before(
    desk: Desk, nora: Actor
) -> None:
    made = make(desk, nora, days=30)
    with begin(SYSTEM) as work:
        assert warn_of_expiring_keys(work) == 0
    desk.later(timedelta(days=16, minutes=1).total_seconds())
    for expected in (1, 0):
        with begin(SYSTEM) as work:
            assert warn_of_expiring_keys(work) == expected
    assert [told["key_id"] for told in desk.told("api_key_expiring")] == [made.key_id]
    assert desk.ask(CheckApiKey(secret=made.secret)).ends_at == made.expires_at
    desk.later(timedelta(days=14).total_seconds())
    assert isinstance(desk.refused(CheckApiKey(secret=made.secret)), SessionEnded)


def test_use_is_noted_and_a_new_address_enters_the_trail(desk: Desk, nora: Actor) -> None:
    made = make(desk, nora)
    for address in ("192.0.2.1", "192.0.2.1", "192.0.2.77"):
        desk.ask(CheckApiKey(secret=made.secret, caller=Caller(address=address)))
    used = [entry["address"] for entry in desk.recorded("api_key_used.v1")]
    assert used == ["192.0.2.1", "192.0.2.77"]
    assert desk.ask(ListApiKeys(), nora).items[0].last_used_at is not None
    desk.later(timedelta(days=1, minutes=1).total_seconds())
    desk.ask(CheckApiKey(secret=made.secret, caller=Caller(address="192.0.2.77")))
    assert len(desk.recorded("api_key_used.v1")) == 3


def test_looking_without_using_is_not_noted(desk: Desk, nora: Actor) -> None:
    made = make(desk, nora)
    desk.ask(CheckApiKey(secret=made.secret))
    assert desk.ask(ListApiKeys(), nora).items[0].last_used_at is None


def test_a_key_of_a_firm_no_longer_approved_proves_nobody(desk: Desk, nora: Actor) -> None:
    made = make(desk, nora)
    with begin(SYSTEM) as work:
        work.session.connection().exec_driver_sql("UPDATE firm_at_utility SET status = 'suspended'")
    assert isinstance(desk.refused(CheckApiKey(secret=made.secret)), SessionEnded)


def test_a_firm_has_no_more_than_twenty(desk: Desk, nora: Actor) -> None:
    for _ in range(MOST_KEYS):
        make(desk, nora)
    refusal = desk.refused(CreateApiKey(name="ERP", scopes=["cases:read"]), nora)
    assert isinstance(refusal, TooManyApiKeys)
    assert refusal.facts == {"most": MOST_KEYS}


def test_a_made_up_key_proves_nobody(desk: Desk, nora: Actor) -> None:
    made = make(desk, nora)
    for secret in ("epk_", made.prefix, made.secret[:-1], made.secret + "x", "epk_" + "a" * 43):
        assert isinstance(desk.refused(CheckApiKey(secret=secret)), SessionEnded)
