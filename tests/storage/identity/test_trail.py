"""The audit trail of people, for administrators and auditors."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.chassis import clock
from services.chassis.messages import Actor, NotForYou
from services.identity.contract.operations.people import UpdateMe
from services.identity.contract.operations.trail import ListTrail
from tests.storage.identity.desk import BERGEN, NORA, TRAINING, Desk


@pytest.fixture
def auditor(desk: Desk) -> Actor:
    roles = frozenset({"auditor"})
    return Actor(audience="operator", user_id="rita", name="Rita", utility=BERGEN, roles=roles)


@pytest.fixture
def nora(desk: Desk) -> Actor:
    desk.firm()
    desk.person()
    with pytest.raises(Exception, match="WrongLogin"):
        desk.begin_login(password="et helt annet passord")
    return desk.actor(desk.log_in())


def tags(desk: Desk, auditor: Actor, **wanted: object) -> list[str]:
    request = ListTrail.model_validate(wanted)
    return [entry.tag for entry in desk.ask(request, auditor).items]


def test_a_persons_trail_shows_changes_and_failed_tries(
    desk: Desk, nora: Actor, auditor: Actor
) -> None:
    desk.ask(UpdateMe(name="Nora Pump"), nora)
    found = tags(desk, auditor, person_id=nora.user_id)
    assert found[0] == "person_changed.v1"
    assert {"login_refused.v1", "session_opened.v1"} <= set(found)
    entry = desk.ask(ListTrail(person_id=nora.user_id), auditor).items[0]
    assert (entry.actor_id, entry.actor_name) == (nora.user_id, "Nora Nordvik")
    assert entry.position == len([tag for tag in found if tag != "trail_read"])


def test_the_two_streams_are_told_apart(desk: Desk, nora: Actor, auditor: Actor) -> None:
    assert tags(desk, auditor, stream="tries", person_id=nora.user_id) == ["login_refused.v1"]
    changes = tags(desk, auditor, stream="changes")
    assert "login_refused.v1" not in changes
    assert "session_opened.v1" in changes


def test_it_is_narrowed_by_tag_and_time_and_paged(desk: Desk, nora: Actor, auditor: Actor) -> None:
    assert set(tags(desk, auditor, tag="session_")) == {"session_opened.v1"}
    assert tags(desk, auditor, tag="%") == []
    assert tags(desk, auditor, until=clock.now() - timedelta(days=1)) == []
    whole = tags(desk, auditor, stream="changes", limit=100)
    paged: list[str] = []
    cursor = ""
    while True:
        page = desk.ask(ListTrail(stream="changes", limit=2, cursor=cursor), auditor)
        paged += [entry.tag for entry in page.items]
        if page.next is None:
            break
        cursor = page.next
    assert paged == whole


def test_looking_is_written_down(desk: Desk, nora: Actor, auditor: Actor) -> None:
    tags(desk, auditor, person_id=nora.user_id, tag="session_")
    assert desk.recorded("trail_read") == [{"person_id": nora.user_id, "tag": "session_"}]
    assert tags(desk, auditor, person_id="rita", stream="tries") == ["trail_read"]


def test_nobody_else_and_no_other_utility(desk: Desk, nora: Actor, auditor: Actor) -> None:
    assert isinstance(desk.refused(ListTrail(), desk.registrar()), NotForYou)
    elsewhere = auditor.model_copy(update={"utility": TRAINING})
    assert "session_opened.v1" not in tags(desk, elsewhere)
    assert NORA not in repr(desk.ask(ListTrail(limit=100), auditor))
