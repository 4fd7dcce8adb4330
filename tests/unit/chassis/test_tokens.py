"""Service tokens: only a fresh token of our own proves a caller."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from services.chassis import clock, tokens
from services.chassis.messages import Actor
from services.chassis.tokens import TokenRefused, TokenSigner, TokenVerifier
from tests.support.forgeries import STAFF, Mint, new_key, public_half

ACTOR = Actor(audience="operator", user_id="u1", name="Siri", roles=frozenset({"caseworker"}))


class Keys:
    """Both key files."""

    def __init__(self, folder: Path) -> None:
        self.private, self.public = folder / "private.json", folder / "public.json"
        self.hold(new_key("one"))

    def hold(self, *keys: dict[str, Any]) -> None:
        """Replace what the files hold; the first key signs."""
        self.keys = list(keys)
        self.private.write_text(json.dumps({"keys": self.keys}))
        self.public.write_text(json.dumps({"keys": [public_half(key) for key in keys]}))

    def signer(self) -> TokenSigner:
        """Identity's."""
        return TokenSigner(str(self.private))

    def verifier(self) -> TokenVerifier:
        """Everybody's."""
        return TokenVerifier(str(self.public))


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """One live key."""
    return Keys(tmp_path)


def test_a_fresh_token_proves_the_actor(keys: Keys) -> None:
    assert keys.verifier().verify(keys.signer().sign(ACTOR)) == ACTOR


def test_a_public_actor_is_not_signed_for(keys: Keys) -> None:
    with pytest.raises(ValueError, match="audience"):
        keys.signer().sign(Actor())


def test_a_new_key_is_read_when_first_seen_and_the_old_one_lives_on(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = [0.0]
    monkeypatch.setattr(clock, "monotonic", lambda: moment[0])
    old_token, verifier = keys.signer().sign(ACTOR), keys.verifier()
    assert verifier.verify(old_token) == ACTOR

    keys.hold(new_key("two"), keys.keys[0])
    moment[0] = 10.0
    assert verifier.verify(keys.signer().sign(ACTOR)) == ACTOR
    assert verifier.verify(old_token) == ACTOR


def test_a_removed_key_proves_nobody_to_a_new_process(keys: Keys) -> None:
    token = keys.signer().sign(ACTOR)
    keys.hold(new_key("two"))
    with pytest.raises(TokenRefused):
        keys.verifier().verify(token)


def test_unknown_names_cause_one_reread_a_second(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment, reads = [0.0], []
    monkeypatch.setattr(clock, "monotonic", lambda: moment[0])
    read = tokens._keys
    monkeypatch.setattr(tokens, "_keys", lambda path: reads.append(path) or read(path))
    verifier, mint = keys.verifier(), Mint(keys.keys, keys.public)

    for tenth in range(30):
        moment[0] = tenth / 10
        with pytest.raises(TokenRefused):
            verifier.verify(mint.headed(kid=f"made up {tenth}"))

    assert len(reads) == 3
    assert verifier.verify(mint.right()) == STAFF
    assert len(reads) == 3
