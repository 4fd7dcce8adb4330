"""For whom a person acts after the login."""

from __future__ import annotations

from services.identity.domain.acting import Acting, first_acting, first_post

HERE = Acting("bergen", "muffe")
ALSO_HERE = Acting("bergen", "kran")
ELSEWHERE = Acting("ovingsvann", "muffe")


def test_one_firm_at_the_utility_of_the_login_is_acted_for_at_once() -> None:
    assert first_acting([ELSEWHERE, HERE], "bergen") == HERE


def test_the_only_firm_is_acted_for_where_it_is_known() -> None:
    assert first_acting([ELSEWHERE], "bergen") == ELSEWHERE


def test_with_several_the_person_chooses() -> None:
    assert first_acting([HERE, ALSO_HERE], "bergen") == Acting("bergen")
    assert first_acting([HERE, ALSO_HERE], "ovingsvann") == Acting("ovingsvann")


def test_staff_work_where_they_log_in_or_at_their_first_post() -> None:
    assert first_post(["bergen", "ovingsvann"], "ovingsvann") == Acting("ovingsvann")
    assert first_post(["bergen"], "ovingsvann") == Acting("bergen")


def test_the_firm_chosen_before_the_login_comes_first_when_one_is_in_it() -> None:
    assert first_acting([HERE, ALSO_HERE], "bergen", "kran") == ALSO_HERE
    assert first_acting([HERE, ELSEWHERE], "ovingsvann", "muffe") == ELSEWHERE
    assert first_acting([HERE], "bergen", "kran") == HERE, "a wish is not a right"
