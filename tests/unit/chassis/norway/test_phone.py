"""Telephone numbers as people write them, as they are kept and as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.chassis.norway import (
    mask_phone,
    parse_mobile,
    parse_phone,
    parse_shown_phone,
    show_phone,
)


@pytest.mark.parametrize(
    "written",
    [
        "55567815",
        "55 56 78 15",
        "+47 55 56 78 15",
        "0047 55567815",
        "4755567815",
        "(+47) 55-56-78-15",
        "55\u00a056\u00a078\u00a015",
    ],
)
def test_a_norwegian_number_is_kept_as_e164_however_it_is_written(written: str) -> None:
    assert parse_phone(written) == "+4755567815"


def test_a_firm_across_the_border_may_have_its_own_number() -> None:
    assert parse_phone("+46 8 508 290 00") == "+46850829000"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "110",
        "02800",
        "+47 02800",
        "5556781",
        "555678155",
        "12345678",
        "tlf 55567815",
        "55567815 ext. 12",
        "+999 55567815",
        "+",
        "-----",
        "5" * 41,
    ],
)
def test_what_cannot_be_called_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not a telephone number$"):
        parse_phone(text)


@given(st.sampled_from("49"), st.integers(0, 9_999_999))
def test_every_norwegian_number_that_starts_with_4_or_9_is_a_mobile(first: str, rest: int) -> None:
    national = f"{first}{rest:07d}"
    assert parse_mobile(national) == parse_phone(national) == f"+47{national}"


@given(st.sampled_from("01235678"), st.integers(0, 9_999_999))
def test_no_other_norwegian_number_takes_a_code(first: str, rest: int) -> None:
    with pytest.raises(ValueError, match=r"^not a "):
        parse_mobile(f"+47{first}{rest:07d}")


def test_a_landline_takes_no_code() -> None:
    with pytest.raises(ValueError, match=r"^not a mobile number that may be used here$"):
        parse_mobile("55 56 78 15")


@pytest.mark.parametrize("foreign", ["+46 70 123 45 67", "+45 20 12 34 56"])
def test_a_foreign_mobile_is_refused_unless_its_country_is_allowed(foreign: str) -> None:
    with pytest.raises(ValueError, match="may be used here"):
        parse_mobile(foreign)
    assert parse_mobile(foreign, {"NO", "SE", "DK"}) == foreign.replace(" ", "")


def test_a_foreign_landline_is_refused_even_where_the_country_is_allowed() -> None:
    with pytest.raises(ValueError, match="may be used here"):
        parse_mobile("+46 8 508 290 00", {"NO", "SE"})


def test_an_allow_list_without_norway_refuses_norwegian_mobiles() -> None:
    with pytest.raises(ValueError, match="may be used here"):
        parse_mobile("99 99 99 99", {"SE"})


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("+4755567815", "55 56 78 15"),
        ("+4799999999", "99 99 99 99"),
        ("+4742345678", "42 34 56 78"),
        ("+46850829000", "+46 8 508 290 00"),
    ],
)
def test_it_is_shown_in_pairs_and_abroad_with_its_country(kept: str, shown: str) -> None:
    assert show_phone(kept) == shown
    assert parse_phone(shown) == kept


def test_what_is_no_number_is_not_shown() -> None:
    with pytest.raises(ValueError, match="not a telephone number"):
        show_phone("ring meg")


@pytest.mark.parametrize(
    ("kept", "masked"),
    [
        ("+4791234815", "*** ** 815"),
        ("+46701234815", "*** ** 815"),
        ("815", "*** ** ***"),
        ("", "*** ** ***"),
    ],
)
def test_a_mask_shows_three_digits_at_most(kept: str, masked: str) -> None:
    assert mask_phone(kept) == masked


def test_the_refusal_does_not_repeat_the_number() -> None:
    with pytest.raises(ValueError, match="not a") as refused:
        parse_mobile("+4755567815")
    assert "555" not in repr(refused.value)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("110", "110"),
        ("116 117", "116117"),
        ("02121", "02121"),
        ("12 34 56 78", "+4712345678"),
        ("+47 12345678", "+4712345678"),
        ("0047 55 50 00 21", "+4755500021"),
        ("+46 8 508 290 00", "+46850829000"),
    ],
)
def test_a_number_people_dial_themselves_may_be_short_or_not_given_out(
    written: str, kept: str
) -> None:
    assert parse_shown_phone(written) == kept
    assert parse_shown_phone(kept) == kept


@pytest.mark.parametrize("text", ["", "11", "1234", "210", "+47110", "012345", "ring", "5" * 9])
def test_what_nobody_could_dial_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not a telephone number$"):
        parse_shown_phone(text)
