"""Contract fields: normalised when right, a stable code and no value when wrong."""

import pytest
from pydantic import ValidationError

from services.chassis.messages import Message
from services.chassis.norway import Mobile, Orgnr, Phone


class Firm(Message):
    """A contract like those that use the fields."""

    orgnr: Orgnr = "123456785"
    phone: Phone = "+4755567815"
    mobile: Mobile = "+4799999999"


def test_what_is_written_is_normalised() -> None:
    firm = Firm(orgnr="123 456 785 ", phone="55 56 78 15", mobile="0047 999 99 999")
    assert (firm.orgnr, firm.phone, firm.mobile) == ("123456785", "+4755567815", "+4799999999")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("orgnr", "123456789", "orgnr_invalid"),
        ("phone", "5556781", "phone_invalid"),
        ("mobile", "5556781", "mobile_invalid"),
        ("mobile", "55567815", "mobile_invalid"),
        ("mobile", "+46701234567", "mobile_invalid"),
    ],
)
def test_what_is_wrong_has_a_code_and_is_not_repeated(field: str, value: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Firm.model_validate({field: value})
    (error,) = refused.value.errors(include_input=False)
    assert (error["type"], error["loc"]) == (code, (field,))
    assert value not in str(refused.value)
    assert value not in repr(error)


@pytest.mark.parametrize("field", ["orgnr", "phone", "mobile"])
def test_a_number_is_a_text(field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Firm.model_validate({field: 123456785})
    assert refused.value.errors(include_input=False)[0]["type"] == "string_type"


def test_the_schema_for_clients_shows_an_example() -> None:
    fields = Firm.model_json_schema()["properties"]
    assert fields["orgnr"]["type"] == "string"
    assert fields["orgnr"]["examples"] == ["123456785"]
