"""The number of a firm, and what looks like a private person's."""

from __future__ import annotations

import pytest

from services.chassis.messages import InvalidRequest
from services.identity.contract.errors import PrivatePerson
from services.identity.domain.orgnr import firm_number


@pytest.mark.parametrize("typed", ["311153056", "311 153 056", "NO 311153056 MVA"])
def test_an_organisation_number_is_taken_as_people_write_it(typed: str) -> None:
    assert firm_number(typed) == "311153056"


@pytest.mark.parametrize("typed", ["01017012345", "010170 12345", "41017012345"])
def test_eleven_digits_are_a_private_persons(typed: str) -> None:
    with pytest.raises(PrivatePerson) as refused:
        firm_number(typed)
    assert refused.value.facts == {}


@pytest.mark.parametrize("typed", ["311153057", "12345", "rørlegger", "000000000"])
def test_anything_else_is_a_wrong_field(typed: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        firm_number(typed)
    assert [(e.field, e.code) for e in refused.value.errors] == [("orgnr", "orgnr_invalid")]
