"""Names and addresses that would mean something else in a letter's head or text."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from services.identity.contract.types.words import Email, Name

ADDRESS: TypeAdapter[str] = TypeAdapter(Email)
NAME: TypeAdapter[str] = TypeAdapter(Name)


@pytest.mark.parametrize(
    "address",
    [
        "kari@muffe.example",
        "kari.o'hara+sak@post.muffe.example",
        "åse@rørlegger.example",
        "a_b-c@muffe.example",
    ],
)
def test_an_address_is_taken(address: str) -> None:
    assert ADDRESS.validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "x<offer@muffe.example",
        "offer@muffe.example>",
        "(x)offer@muffe.example",
        '"x"offer@muffe.example',
        "offer@muffe.example,x.example",
        "offer@muffe.example;x.example",
        "a,offer@muffe.example",
        "off\\er@muffe.example",
        "offer\x7f@muffe.example",
        "off\u200ber@muffe.example",
        "offer@muffe.\u202eexample",
        "offer@muffe\0.example",
        "to@tre@muffe.example",
        "offer @muffe.example",
        "offer@muffe",
    ],
)
def test_one_mailbox_under_many_names_is_refused(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ADDRESS.validate_python(address)
    assert refused.value.errors()[0]["type"] == "string_pattern_mismatch"


@pytest.mark.parametrize("name", ["Rør.no AS", "Kari c/o Nordmann", "A/S Rør", "Ola «Muffe» Rør"])
def test_a_name_is_taken(name: str) -> None:
    assert NAME.validate_python(name) == name


@pytest.mark.parametrize("name", ["Vinn på https://x.example", "Gå til www.x.example", "WWW.X.NO"])
def test_a_link_is_no_name(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        NAME.validate_python(name)
    assert refused.value.errors()[0]["type"] == "name_link"
