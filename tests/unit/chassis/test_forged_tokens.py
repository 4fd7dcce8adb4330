"""Forgeries of the service token: each is refused, and each was seen to work without its check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from services.chassis.tokens import TokenRefused, TokenVerifier
from tests.support.forgeries import FORGERIES, REMOVALS, STAFF, Mint, new_key, public_half

BELIEVABLE = [name for name, forgery in FORGERIES.items() if forgery.removed]


@pytest.fixture
def mint(tmp_path: Path) -> Mint:
    """Two live keys."""
    keys = [new_key("one"), new_key("two")]
    public = tmp_path / "public.json"
    public.write_text(json.dumps({"keys": [public_half(key) for key in keys]}))
    return Mint(keys, public)


def test_what_the_forgers_change_is_right_before_they_change_it(mint: Mint) -> None:
    """Otherwise the refusals below would prove nothing."""
    assert TokenVerifier(str(mint.public)).verify(mint.right()) == STAFF


def test_there_are_more_than_forty_and_no_two_are_alike(mint: Mint) -> None:
    assert len({forgery.make(mint) for forgery in FORGERIES.values()}) == len(FORGERIES) > 40


@pytest.mark.parametrize("name", FORGERIES)
def test_it_proves_nobody(mint: Mint, name: str) -> None:
    with pytest.raises(TokenRefused):
        TokenVerifier(str(mint.public)).verify(FORGERIES[name].make(mint))


@pytest.mark.parametrize("name", BELIEVABLE)
def test_without_its_check_it_would_go_through(
    mint: Mint, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = FORGERIES[name].make(mint)
    for check in FORGERIES[name].removed:
        place, instead = REMOVALS[check]
        monkeypatch.setattr(f"services.chassis.tokens.{place}", instead(mint))
    assert TokenVerifier(str(mint.public)).verify(token).name == "Siri"


@pytest.mark.parametrize("name", BELIEVABLE)
def test_no_check_is_removed_that_did_not_stop_it(
    mint: Mint, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With any one of the checks that stop it left in place, it is still refused."""
    token = FORGERIES[name].make(mint)
    for kept in FORGERIES[name].removed:
        with monkeypatch.context() as patch:
            for check in FORGERIES[name].removed:
                if check != kept:
                    place, instead = REMOVALS[check]
                    patch.setattr(f"services.chassis.tokens.{place}", instead(mint))
            with pytest.raises(TokenRefused):
                TokenVerifier(str(mint.public)).verify(token)
