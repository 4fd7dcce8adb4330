"""Which language a reader gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.chassis.i18n import LANGUAGES, as_language, is_language, negotiate


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.6,en-US;q=0.5,en;q=0.4", "nb"),
        ("nn-NO,nn;q=0.9,nb;q=0.5", "nn"),
        ("no", "nb"),
        ("no-NO, en;q=0.9", "nb"),
        ("en-GB,en;q=0.9", "en"),
        ("EN", "en"),
        ("en;q=0.4, nn;q=0.7", "nn"),
        ("da, sv;q=0.9, en;q=0.1", "en"),
        ("en;q=0", "nb"),
        ("nn;q=0.5, en;q=0.5", "nn"),
        ("en ; q=0.9", "en"),
        ("en;q=high, nn;q=0.1", "nn"),
        ("en;q=nan, nn;q=0.1", "nn"),
        ("en;q=inf, nn;q=0.1", "nn"),
        ("en;v=1", "nb"),
    ],
)
def test_the_browsers_first_known_wish_is_followed(header: str, language: str) -> None:
    assert negotiate(header) == language


@pytest.mark.parametrize("header", [None, "", "*", "de-DE", ",,;", "de, " * 100_000 + "en"])
def test_a_reader_without_a_known_wish_gets_the_default(header: str | None) -> None:
    assert negotiate(header) == "nb"
    assert negotiate(header, default="nn") == "nn"


@given(st.text())
def test_no_header_can_upset_it(header: str) -> None:
    assert negotiate(header) in LANGUAGES


def test_a_stored_choice_is_followed_and_an_unknown_one_is_not() -> None:
    assert as_language("nn") == "nn"
    assert as_language("NN") == "nb"
    assert as_language("de", default="en") == "en"
    assert [is_language(text) for text in ("nb", "nn", "en", "no", "")] == [True] * 3 + [False] * 2
