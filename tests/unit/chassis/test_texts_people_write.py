"""What nobody sees in a text is not kept: it could make one name look like another."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from services.chassis.messages import Lines, Message, OneLine

TURNED = "\u202e"
UNSEEN = "\u200b"


class Written(Message):
    """A contract like those that use them."""

    name: Annotated[str, Field(min_length=2, max_length=6), OneLine]
    text: Annotated[str, Field(max_length=20), Lines] = ""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Kari\r\nBcc: x", "Kari Bcc: x"),
        (f"Ka{UNSEEN}ri", "Kari"),
        (f"{TURNED}SA røR", "SA røR"),
        (f"Rør {UNSEEN} AS\0\x1b", "Rør AS"),
        ("\u00a0Rør\u2028AS ", "Rør AS"),
    ],
)
def test_a_name_is_one_line_of_what_is_seen(written: str, kept: str) -> None:
    name = Annotated[str, OneLine]
    made = type("Named", (Message,), {"__annotations__": {"name": name}})
    assert made.model_validate({"name": written}).name == kept


def test_lines_stay_and_what_is_not_seen_goes() -> None:
    text = f"Først.\r\n\r\nSå\tda.{TURNED}\0"
    assert Written(name="Kari", text=text).text == "Først.\n\nSå da."


def test_limits_count_what_is_left() -> None:
    assert Written(name=f"Kari{UNSEEN * 20}").name == "Kari"
    with pytest.raises(ValidationError) as refused:
        Written(name=UNSEEN * 3)
    assert refused.value.errors()[0]["type"] == "string_too_short"


def test_what_is_no_text_is_refused_as_such() -> None:
    with pytest.raises(ValidationError) as refused:
        Written.model_validate({"name": 12})
    assert refused.value.errors()[0]["type"] == "string_type"
