"""A national identity number is found in a text; ordinary numbers are left alone."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import ValidationError

from services.chassis.messages import Message
from services.chassis.norway import NoNationalId, holds_national_id


@pytest.mark.parametrize(
    "text",
    [
        "01819000049",
        "Viste førerkort, 018190 00049.",
        "fnr:01819000200",
        "41019000077 er et D-nummer",
        "018190-00391",
    ],
)
def test_it_is_found(text: str) -> None:
    assert holds_national_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Målernummer 12345678901",
        "01819000048",  # the check digit is wrong
        "99819000049",  # no such day
        "01609000049",  # no such month
        "+47 999 00 001",
        "311 153 056",
        "1018190000491",  # thirteen digits
        "Ordre 2026-000123, gnr. 164 bnr. 123",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert not holds_national_id(text)


def test_a_field_names_what_is_wrong_and_never_the_number() -> None:
    class Note(Message):
        text: Annotated[str, NoNationalId]

    with pytest.raises(ValidationError) as refused:
        Note(text="Født 01819000049")
    [error] = refused.value.errors(include_input=False)
    assert error["type"] == "national_id"
    assert "01819000049" not in str(refused.value)
