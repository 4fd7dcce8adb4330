"""Addresses a whole office reads are known from one person's."""

from __future__ import annotations

import pytest

from services.identity.catalogue.shared_mailboxes import is_shared, words


@pytest.mark.parametrize(
    "email",
    [
        "post@muffe.example",
        "Firmapost@muffe.example",
        "kontakt@muffe.example",
        "info@muffe.example",
        "faktura@muffe.example",
        "post.bergen@muffe.example",
        "info2@muffe.example",
    ],
)
def test_shared(email: str) -> None:
    assert is_shared(email)


@pytest.mark.parametrize(
    "email", ["nora@muffe.example", "per.post@muffe.example", "infante@muffe.example"]
)
def test_personal(email: str) -> None:
    assert not is_shared(email)


def test_the_words_are_written_as_they_are_compared() -> None:
    assert all(word == word.casefold().strip() for word in words())
