"""Two administrators removed at the same moment: one of the two is refused, every time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from psycopg2.errors import LockNotAvailable
from sqlalchemy.exc import OperationalError

from services.chassis.messages import Actor, Command, NotForYou, Refusal
from services.identity.contract.errors import LastAdministrator
from services.identity.contract.operations.staff import RemoveStaff
from services.identity.contract.operations.users import LeaveFirm, ListUsers, RemoveUser
from services.identity.store import users
from tests.storage.identity.desk import Desk

TIMES = 5
PER, PERS_MOBILE = "per@muffe.example", "+4799900002"
Asked = tuple[Command, Actor]  # type: ignore[type-arg]  # whatever it answers


def at_once(desk: Desk, *asked: Asked) -> list[type[Refusal] | None]:
    """Each in a thread and transaction of its own, begun together; how each was refused.

    Whoever waits too long for a lock, on a disk that stands still, comes again as a caller does.
    """
    barrier = Barrier(len(asked))

    def run(request: Command, actor: Actor) -> type[Refusal] | None:  # type: ignore[type-arg]  # as above
        barrier.wait(10)
        for _ in range(TIMES):
            try:
                desk.ask(request, actor)
            except Refusal as refusal:
                return type(refusal)
            except OperationalError as problem:
                if not isinstance(problem.orig, LockNotAvailable):
                    raise
            else:
                return None
        raise AssertionError(f"no lock in {TIMES} times")

    with ThreadPoolExecutor(len(asked)) as threads:
        return [one.result() for one in [threads.submit(run, *each) for each in asked]]


@pytest.fixture
def two(desk: Desk) -> tuple[Actor, Actor]:
    """Both administrators of one firm, logged in."""
    desk.firm()
    desk.person()
    desk.person(PER, mobile=PERS_MOBILE, name="Per Pump")
    return desk.actor(desk.log_in()), desk.actor(desk.log_in(PER, PERS_MOBILE))


def left(desk: Desk, firm_id: str) -> int:
    asked = ListUsers(firm_id=firm_id, role="firm_admin", state="active")
    return len(desk.ask(asked, desk.registrar()).items)


def test_when_both_leave_one_stays(desk: Desk, two: tuple[Actor, Actor]) -> None:
    nora, per = two
    refused = at_once(desk, (LeaveFirm(), nora), (LeaveFirm(), per))
    assert sorted(refused, key=str) == sorted([None, LastAdministrator], key=str)
    assert left(desk, nora.firm_id) == 1


def test_when_the_utility_removes_both_one_stays(desk: Desk, two: tuple[Actor, Actor]) -> None:
    nora, per = two
    removals: list[Asked] = [
        (RemoveUser(person_id=who.user_id, firm_id=nora.firm_id), desk.registrar())
        for who in (nora, per)
    ]
    assert sorted(at_once(desk, *removals), key=str) == sorted([None, LastAdministrator], key=str)
    assert left(desk, nora.firm_id) == 1


def test_of_two_who_remove_each_other_the_first_wins(desk: Desk, two: tuple[Actor, Actor]) -> None:
    nora, per = two
    refused = at_once(
        desk,
        (RemoveUser(person_id=per.user_id), nora),
        (RemoveUser(person_id=nora.user_id), per),
    )
    assert sorted(refused, key=str) == sorted([None, NotForYou], key=str)
    assert left(desk, nora.firm_id) == 1


def test_a_utility_keeps_one_of_two(desk: Desk) -> None:
    siri = desk.person("siri@vann.example", orgnr=None, staff_roles=("administrator",))
    odd = desk.person("odd@vann.example", orgnr=None, staff_roles=("administrator",))
    one, other = (
        desk.registrar().model_copy(update={"user_id": who, "roles": frozenset({"administrator"})})
        for who in (siri, odd)
    )
    refused = at_once(desk, (RemoveStaff(person_id=odd), one), (RemoveStaff(person_id=siri), other))
    assert sorted(refused, key=str) == sorted([None, NotForYou], key=str)


def test_without_turns_both_leave(
    desk: Desk, two: tuple[Actor, Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard is seen to let it happen when nobody waits for a turn."""
    meeting = Barrier(2)
    counted: Callable[..., set[str]] = users.administrators

    def count_together(*place: object) -> set[str]:
        found = counted(*place)
        meeting.wait(10)
        return found

    monkeypatch.setattr(users, "take_turn", lambda *_: None)
    monkeypatch.setattr(users, "administrators", count_together)
    assert at_once(desk, *((LeaveFirm(), who) for who in two)) == [None, None]
    monkeypatch.setattr(users, "administrators", counted)
    assert left(desk, two[0].firm_id) == 0
