"""A table of users as spreadsheets write it, read line by line."""

from __future__ import annotations

import base64

import pytest

from services.identity.contract.errors import UnreadableFile
from services.identity.domain.user_file import Line, read

HEADER = "E-post;Navn;Org.nr;Roller;Språk"
KARI = "kari@kum.example;Kari Kum;311 153 056;administrator+søker;nn"


def lines(*text: str, encoding: str = "utf-8", end: str = "\r\n") -> list[Line]:
    return read(base64.b64encode(end.join(text).encode(encoding)).decode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_as_excel_writes_it(encoding: str) -> None:
    [kari] = lines(HEADER, KARI, encoding=encoding)
    assert kari.user is not None
    assert (kari.number, kari.user.orgnr, kari.user.language) == (2, "311153056", "nn")
    assert kari.user.roles == ["firm_admin", "applicant"]


def test_commas_tabs_quotes_and_any_order_of_columns() -> None:
    [comma] = lines("name,email,roles,orgnr", '"Kum, Kari",kari@kum.example,"reader",311153056')
    assert comma.user is not None
    assert (comma.user.name, comma.user.language) == ("Kum, Kari", "nb")
    [tab] = lines("orgnr\tnavn\trolle\te-postadresse", "311153056\tKari\tLeser\tk@kum.example")
    assert tab.user is not None
    assert tab.user.roles == ["reader"]


def test_what_is_wrong_is_named_by_line_and_never_repeated() -> None:
    good, bad, identity = lines(
        HEADER,
        KARI,
        "",
        "ikke adresse;K;311153057;sjef;klingon",
        "per@kum.example;Per 018190 00049;311153056;leser;",
    )
    assert good.problems == []
    assert (bad.number, bad.email, bad.user) == (4, "", None)
    assert {each.field: each.code for each in bad.problems} == {
        "email": "string_pattern_mismatch",
        "name": "string_too_short",
        "orgnr": "orgnr_invalid",
        "roles": "literal_error",
        "language": "literal_error",
    }
    assert [(each.field, each.code) for each in identity.problems] == [("name", "national_id")]
    assert "00049" not in repr(identity)


def test_a_short_line_lacks_its_last_columns() -> None:
    [short] = lines(HEADER, "kari@kum.example;Kari Kum;311153056")
    assert [each.field for each in short.problems] == ["roles"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("navn;orgnr\r\nKari;311153056", "columns"),
        ("\x00\x01", "encoding"),
        ("   ", "encoding"),
    ],
)
def test_what_is_no_such_table(text: str, why: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        lines(text)
    assert refused.value.facts["why"] == why


def test_what_is_no_base64_and_what_is_too_long() -> None:
    with pytest.raises(UnreadableFile):
        read("%%%")
    with pytest.raises(UnreadableFile) as refused:
        lines(HEADER, *([KARI] * 1001))
    assert refused.value.facts == {"why": "lines", "most": 1000}
