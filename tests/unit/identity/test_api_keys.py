"""Keys of a firm's own software: who keeps them, and as whom they act."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import TooManyApiKeys
from services.identity.domain.api_keys import MOST_KEYS, ensure_may_keep_keys, ensure_room, role_of


@pytest.mark.parametrize(
    ("scopes", "role"),
    [
        (["cases:read"], "reader"),
        (["cases:read", "documents:read", "firm:read"], "reader"),
        (["documents:write"], "applicant"),
        (["cases:read", "cases:write"], "applicant"),
    ],
)
def test_a_key_is_a_reader_until_it_may_write(scopes: list[str], role: str) -> None:
    assert role_of(scopes) == role


@pytest.mark.parametrize("role", ["applicant", "field_worker", "reader", "administrator"])
def test_only_the_firms_administrator_keeps_keys(role: str) -> None:
    ensure_may_keep_keys(Actor(roles=frozenset({"firm_admin"})))
    with pytest.raises(NotForYou):
        ensure_may_keep_keys(Actor(roles=frozenset({role})))


def test_there_is_room_for_twenty() -> None:
    ensure_room(MOST_KEYS - 1)
    with pytest.raises(TooManyApiKeys):
        ensure_room(MOST_KEYS)
