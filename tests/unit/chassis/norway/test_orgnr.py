"""Organisation numbers against an oracle that knows only the register's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.chassis.norway import format_orgnr, parse_orgnr


def check_digit(eight: str) -> int | None:
    """The published rule: 3,2,7,6,5,4,3,2; 11 minus the rest; 11 is 0, 10 is not issued."""
    total = (
        int(eight[0]) * 3
        + int(eight[1]) * 2
        + int(eight[2]) * 7
        + int(eight[3]) * 6
        + int(eight[4]) * 5
        + int(eight[5]) * 4
        + int(eight[6]) * 3
        + int(eight[7]) * 2
    )
    check = 11 - total % 11
    return {11: 0, 10: None}.get(check, check)


eight_digits = st.integers(1, 99_999_999).map(lambda number: f"{number:08d}")


@pytest.mark.parametrize("orgnr", ["123456785", "701730496"])
def test_the_registers_own_examples_are_valid(orgnr: str) -> None:
    assert parse_orgnr(orgnr) == orgnr


@given(eight_digits, st.integers(0, 9))
def test_a_number_is_valid_exactly_when_its_last_digit_is_the_check_digit(
    eight: str, last: int
) -> None:
    text = f"{eight}{last}"
    if last == check_digit(eight):
        assert parse_orgnr(text) == text
    else:
        with pytest.raises(ValueError, match=r"^not an organisation number$"):
            parse_orgnr(text)


@given(eight_digits.filter(lambda eight: check_digit(eight) is not None), st.data())
def test_one_wrong_digit_never_passes(eight: str, data: st.DataObject) -> None:
    right = f"{eight}{check_digit(eight)}"
    at = data.draw(st.integers(0, 8))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != right[at]))
    with pytest.raises(ValueError, match="not an organisation number"):
        parse_orgnr(right[:at] + wrong + right[at + 1 :])


@pytest.mark.parametrize(
    "written",
    [
        "123 456 785",
        " 123456785 ",
        "123\u00a0456\u00a0785",
        "NO 123 456 785 MVA",
        "no123456785mva",
        "１２３４５６７８５",
    ],
)
def test_people_write_it_in_many_ways(written: str) -> None:
    assert parse_orgnr(written) == "123456785"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345678",
        "1234567850",
        "12345678A",
        "000000000",
        "SE123456785",
        "1" * 5000,
        " " * 5000 + "123456785",
    ],
)
def test_what_is_no_organisation_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not an organisation number$"):
        parse_orgnr(text)


def test_the_refusal_does_not_repeat_what_was_written() -> None:
    with pytest.raises(ValueError, match="not an") as refused:
        parse_orgnr("31129912345")
    assert "31129912345" not in repr(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_it_is_shown_in_groups_of_three_that_stay_together() -> None:
    assert format_orgnr("123456785") == "123\u00a0456\u00a0785"


def test_only_a_real_one_is_shown() -> None:
    with pytest.raises(ValueError, match="not an organisation number"):
        format_orgnr("123456789")
