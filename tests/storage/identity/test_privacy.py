"""One's own data: taken out, erased by oneself, and erased when nobody uses the account."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select, text, update

from services.chassis.db import audit
from services.chassis.db.tables import Outbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.identity.contract.errors import LastAdministrator, SessionEnded, StepUpNeeded
from services.identity.contract.operations.invitations import InviteUser
from services.identity.contract.operations.privacy import EraseMe, ExportMe
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.operations.staff import ListStaff
from services.identity.contract.operations.users import LockUser, UnlockUser
from services.identity.settings import IdentitySettings, identity_settings
from services.identity.sweeps import rest_inactive
from tests.storage.identity.desk import NORA, NORAS_MOBILE, SYSTEM, Desk

PER, PERS_MOBILE = "per@muffe.example", "+4799900002"
DAY = 24 * 3600


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """The administrator of an approved firm, logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


@pytest.fixture
def per(desk: Desk, nora: Actor) -> str:
    return desk.person(PER, mobile=PERS_MOBILE, firm_roles=("applicant",), name="Per Pump")


def kept(desk: Desk) -> str:
    """Every row of identity's own tables, as text; not the trail, not what is on its way out."""
    beside = ("audit", "audit_head", "outbox", "idempotency")
    with begin(SYSTEM) as work:
        names = work.session.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        )
        rows: list[Any] = []
        for name in names.all():
            if name not in beside:
                found = work.session.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608 - a table's own name
                rows += [tuple(row) for row in found]
    return repr(rows)


def sweep() -> int:
    with begin(SYSTEM) as work:
        return rest_inactive(work)


def test_the_export_holds_everything_but_secrets(desk: Desk, nora: Actor) -> None:
    desk.ask(InviteUser(email=PER, roles=["reader"]), nora)
    export = desk.ask(ExportMe(), nora)
    assert (export.profile.email, export.profile.mobile) == (NORA, NORAS_MOBILE)
    assert [(place.firm, place.roles) for place in export.places] == [
        ("Muffe og Kran AS", ["firm_admin"])
    ]
    assert [invitation.to for invitation in export.invitations] == [PER]
    assert export.second_factors == ["sms"]
    assert "session_opened.v1" in [entry.tag for entry in export.trail]
    written = export.model_dump_json()
    for secret in ("argon2", "hash", 'password":"'):
        assert secret not in written
    assert len(desk.recorded("data_exported")) == 1


def test_an_erased_person_is_an_id(desk: Desk, nora: Actor, per: str) -> None:
    opened = desk.log_in(PER, PERS_MOBILE)
    desk.ask(InviteUser(email="pumpe@muffe.example", roles=["reader"]), nora)
    desk.ask(EraseMe(), desk.actor(opened))
    check = CheckSession(secret=opened.secret, portal="contractor")
    assert isinstance(desk.refused(check), SessionEnded)
    [told] = desk.told("person_erased")
    assert told == {"person_id": per, "revision": desk.told("person_changed")[-1]["revision"] + 1}
    everything = kept(desk)
    for trace in (PER, PERS_MOBILE, "Per Pump"):
        assert trace not in everything
    assert per in everything
    with pytest.raises(Exception, match="WrongLogin"):
        desk.begin_login(PER)
    desk.person(PER, mobile=PERS_MOBILE, name="Per Pump")
    assert desk.log_in(PER, PERS_MOBILE).person.person_id != per


def test_the_trail_keeps_that_it_happened_and_no_addresses(
    desk: Desk, nora: Actor, per: str
) -> None:
    desk.ask(EraseMe(), desk.actor(desk.log_in(PER, PERS_MOBILE)))
    with begin(SYSTEM) as work:
        assert audit.breaks(work.session, f"person:{per}") == []
        facts = work.session.scalars(text("SELECT facts FROM audit")).all()
    assert len(desk.recorded("person_erased.v1")) == 1
    written = json.dumps(facts, ensure_ascii=False)
    for trace in (PER, PERS_MOBILE, "Per Pump"):
        assert trace not in written


def test_what_was_told_of_an_erased_person_is_emptied_once_published(
    desk: Desk, nora: Actor, per: str
) -> None:
    opened = desk.log_in(PER, PERS_MOBILE)
    with begin(SYSTEM) as work:
        work.session.execute(update(Outbox).values(published_at=work.now))
    desk.ask(EraseMe(), desk.actor(opened))
    assert "person_erased.v1" in told_about(per)
    with begin(SYSTEM) as work:
        kept_of_others = work.session.scalars(
            select(Outbox.data).where(Outbox.aggregate == nora.user_id)
        ).all()
        work.session.execute(update(Outbox).values(published_at=work.now))
    assert all(kept_of_others)
    sweep()
    assert set(told_about(per).values()) == {"{}"}


def told_about(person_id: str) -> dict[str, str]:
    """Type -> what is still kept of it, of the events about somebody that told their address."""
    with begin(SYSTEM) as work:
        rows = work.session.scalars(select(Outbox).where(Outbox.aggregate == person_id)).all()
        assert all(PER not in str(row.data) for row in rows if row.published_at)
        return {row.type: str(row.data) for row in rows}


def test_the_last_administrator_stays(desk: Desk, nora: Actor) -> None:
    assert isinstance(desk.refused(EraseMe(), nora), LastAdministrator)
    assert desk.told("person_erased") == []
    desk.later(601)
    assert isinstance(desk.refused(EraseMe(), nora), StepUpNeeded)


def test_who_is_staff_as_well_leaves_both(desk: Desk, nora: Actor, per: str) -> None:
    desk.person("siri@vann.example", mobile="+4799900011", orgnr=None, name="Siri Sjef",
                staff_roles=("administrator",))  # fmt: skip
    desk.person(PER, orgnr=None, staff_roles=("editor",))
    desk.ask(EraseMe(), desk.actor(desk.log_in(PER, PERS_MOBILE)))
    opened = desk.log_in("siri@vann.example", "+4799900011", portal="operator")
    siri = desk.actor(opened, "operator")
    assert [row.name for row in desk.ask(ListStaff(), siri).items] == ["Siri Sjef"]
    desk.later(700)
    again = desk.actor(
        desk.log_in("siri@vann.example", "+4799900011", portal="operator"), "operator"
    )
    assert isinstance(desk.refused(EraseMe(), again), LastAdministrator)


def test_a_locked_administrator_may_go(desk: Desk, nora: Actor, per: str) -> None:
    """Being locked in one firm keeps nobody from erasing themselves through another."""
    desk.firm("312124718", firm={"name": "Kumlokket AS"})
    desk.person(PER, orgnr="312124718", firm_roles=("reader",))
    desk.ask(LockUser(person_id=per), nora)
    desk.ask(EraseMe(), desk.actor(desk.log_in(PER, PERS_MOBILE)))
    assert len(desk.told("person_erased")) == 1


def test_an_unused_account_is_warned_rests_and_is_erased(desk: Desk, nora: Actor, per: str) -> None:
    settings = identity_settings()
    desk.later(settings.inactive_warn_days * DAY + 60)
    assert sweep() == 2
    assert sweep() == 0
    warned = desk.told("inactivity_warned")
    assert {each["email"] for each in warned} == {NORA, PER}

    desk.later(settings.inactive_rest_days * DAY - 60)
    desk.log_in()
    desk.later(120)
    assert sweep() == 1
    assert desk.told("person_changed")[-1]["active"] is False
    with pytest.raises(Exception, match="WrongLogin"):
        desk.begin_login(PER)
    nora_again = desk.actor(desk.log_in())
    assert desk.ask(UnlockUser(person_id=per), nora_again).state == "active"
    desk.log_in(PER, PERS_MOBILE)


def test_after_a_year_of_rest_it_is_erased(desk: Desk, nora: Actor, per: str) -> None:
    settings = identity_settings()
    for days in (
        settings.inactive_warn_days,
        settings.inactive_rest_days,
        settings.inactive_erase_days,
    ):
        desk.later(days * DAY + 60)
        assert sweep() == 2
    assert len(desk.told("person_erased")) == 2
    assert sweep() == 0
    assert PER not in kept(desk)


def test_the_times_are_settings_and_never_off(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("INACTIVE_WARN_DAYS", "INACTIVE_REST_DAYS", "INACTIVE_ERASE_DAYS"):
        monkeypatch.setenv(name, "0")
        with pytest.raises(ValueError, match=name.lower()):
            IdentitySettings()
        monkeypatch.delenv(name)
