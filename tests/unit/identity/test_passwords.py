"""What a password must not be."""

from __future__ import annotations

import pytest

from services.identity.catalogue.common_passwords import is_common, words
from services.identity.contract.errors import WeakPassword
from services.identity.domain.passwords import ensure_good

PERSONAL = ("Nora Nordvik", "nora.nordvik@firma.example")


def why(password: str) -> str:
    with pytest.raises(WeakPassword) as refused:
        ensure_good(password, personal=PERSONAL, common=is_common)
    return str(refused.value.facts["why"])


@pytest.mark.parametrize(
    "password",
    [
        "vann-og-avlop-2026",
        "en rød traktor i åkeren",
        "tx-Kv99wq!Lp",
        "correct horse battery",
        "ø" * 9 + "abcd",
    ],
)
def test_long_and_unusual_is_good_without_a_recipe(password: str) -> None:
    ensure_good(password, personal=PERSONAL, common=is_common)


def test_nine_characters_are_too_few_and_ten_enough() -> None:
    assert why("kx7fjq2mv") == "short"
    ensure_good("kx7fjq2mvb", personal=PERSONAL, common=is_common)


def test_more_than_128_characters_are_too_many() -> None:
    ensure_good("kx7fjq2mvb" * 12 + "kx7fjq2m", personal=PERSONAL, common=is_common)
    assert why("kx7fjq2mvb" * 13) == "long"


@pytest.mark.parametrize(
    "password",
    [
        "passord123",
        "Passord123!",
        "P@ssw0rd2026",
        "hemmelig1234",
        "Sommer2026!!",
        "sommervinter",
        "passordpassord",
        "1234567890",
        "0987654321",
        "qwertyuiop",
        "asdfghjkl1",
        "1q2w3e4r5t",
        "abababababab",
        "aaaaaaaaaaaa",
        "Rørlegger2026",
        "rorlegger1234",
        "entreprenorportalen",
    ],
)
def test_what_everybody_thinks_of_is_common(password: str) -> None:
    assert why(password) == "common"


@pytest.mark.parametrize(
    "password", ["nordvik-7fjq2m", "xq NORA 82 kmd", "nora.nordvik@firma.example"]
)
def test_ones_own_name_and_address_are_personal(password: str) -> None:
    assert why(password) == "personal"


def test_the_list_is_lower_case_and_has_no_twins() -> None:
    assert len(words()) > 400
    assert all(word == word.lower() for word in words())
