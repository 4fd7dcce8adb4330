"""Properties as the land register numbers them."""

from typing import Any

import pytest
from pydantic import ValidationError

from services.chassis.norway import Property

BRYGGEN: dict[str, Any] = {"kommunenr": "4601", "gnr": 164, "bnr": 123}


@pytest.mark.parametrize(
    ("finer", "written"),
    [
        ({}, "gnr. 164 bnr. 123"),
        ({"fnr": 2}, "gnr. 164 bnr. 123 (fnr. 2)"),
        ({"snr": 7}, "gnr. 164 bnr. 123 (snr. 7)"),
        ({"fnr": 2, "snr": 7}, "gnr. 164 bnr. 123 (fnr. 2 snr. 7)"),
    ],
)
def test_a_property_is_written_as_the_archive_writes_it(
    finer: dict[str, int], written: str
) -> None:
    assert str(Property(**BRYGGEN, **finer)) == written


def test_the_same_property_has_the_same_key_whatever_its_address() -> None:
    one = Property(**BRYGGEN, address="Bryggen 1")
    other = Property(**BRYGGEN, address=" bryggen 1 B ")
    assert one.key == other.key == "4601-164/123/0/0"
    assert other.address == "bryggen 1 B"


def test_numbers_from_a_form_are_texts() -> None:
    written = {"kommunenr": " 0301 ", "gnr": "164", "bnr": "123"}
    assert Property.model_validate(written).key == "0301-164/123/0/0"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kommunenr", "460"),
        ("kommunenr", "46011"),
        ("kommunenr", "46O1"),
        ("kommunenr", "４６０１"),
        ("kommunenr", "4601\n1"),
        ("gnr", 0),
        ("gnr", -1),
        ("gnr", 100_000),
        ("gnr", "164/1"),
        ("bnr", 0),
        ("bnr", 1.5),
        ("fnr", -1),
        ("snr", 100_000),
        ("address", "x" * 201),
    ],
)
def test_what_the_register_cannot_hold_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Property(**{**BRYGGEN, field: value})
    assert [error["loc"] for error in refused.value.errors()] == [(field,)]


@pytest.mark.parametrize("field", ["kommunenr", "gnr", "bnr"])
def test_the_three_numbers_are_all_needed(field: str) -> None:
    with pytest.raises(ValidationError):
        Property.model_validate({key: value for key, value in BRYGGEN.items() if key != field})


def test_the_error_does_not_repeat_what_was_written() -> None:
    with pytest.raises(ValidationError) as refused:
        Property(**{**BRYGGEN, "kommunenr": "hemmelig"})
    assert "hemmelig" not in str(refused.value)


def test_a_property_does_not_change() -> None:
    fixed = Property(**BRYGGEN)
    with pytest.raises(ValidationError):
        fixed.gnr = 1  # type: ignore[misc]  # that it is frozen


def test_a_newer_teller_may_add_a_field() -> None:
    assert Property.model_validate({**BRYGGEN, "bygningsnr": 1}).gnr == 164
