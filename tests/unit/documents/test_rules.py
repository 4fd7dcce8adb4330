"""Names of files, kinds, parts, and who may send files when."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from services.cases.contract.types.words import Ball, Status
from services.chassis.messages import Actor, NotForYou
from services.documents.catalogue import kinds
from services.documents.contract.errors import UploadNotOpen
from services.documents.contract.parts import part_count, part_key, size_of_part
from services.documents.domain.case_state import CLOSED, in_the_journal, takes_files
from services.documents.domain.filenames import LONGEST, clean, stem
from services.documents.domain.upload_rights import ensure_may_upload

MEBIBYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Situasjonsplan æøå.pdf", "Situasjonsplan æøå.pdf"),
        ("A\u030angstro\u0308m.pdf", "Ångström.pdf"),
        ("C:\\Users\\kari\\plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..", "fil"),
        (".htaccess", "htaccess"),
        ("plan\x00.pdf\r\nX-Header: 1", "plan.pdf X-Header_ 1"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ("  to   ord .pdf ", "to ord.pdf"),
        ('a<b>"c|d?*.pdf', "a_b__c_d__.pdf"),
        ("/", "fil"),
        (".pdf", "pdf"),
        ("x" * 300 + ".pdf", "x" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_a_name_is_made_harmless(given_name: str, kept: str) -> None:
    assert clean(given_name) == kept


@settings(max_examples=400)
@given(st.text(max_size=300))
def test_any_name_becomes_one_that_can_be_kept(name: str) -> None:
    kept = clean(name)

    assert 0 < len(kept) <= LONGEST
    assert clean(kept) == kept
    assert not set(kept) & set('/\\<>:"|?*\r\n')
    assert not any(unicodedata.category(c).startswith("C") for c in kept)
    assert unicodedata.is_normalized("NFC", kept)
    assert not kept.startswith(".")


def test_a_title_is_the_name_without_its_extension() -> None:
    assert (stem("plan v2.pdf"), stem("plan")) == ("plan v2", "plan")


@pytest.mark.parametrize(
    ("filename", "format", "megabytes"),
    [
        ("a.PDF", "pdf", 100),
        ("a.dwg", "dwg", 100),
        ("a.b.JPG", "jpeg", 30),
        ("a.sos", "sosi", 500),
        ("a.kof", "kof", 500),
        ("a.gmi", "gmi", 500),
        ("a.mp4", "mp4", 2048),
    ],
)
def test_the_format_sets_the_limit(filename: str, format: str, megabytes: int) -> None:
    assert kinds.format_of(filename) == format
    assert kinds.limit(format) == megabytes * MEBIBYTE


@pytest.mark.parametrize("filename", ["a.exe", "a.svg", "a.html", "a.zip", "a", "a.", "pdf"])
def test_what_is_not_on_the_list_has_no_format(filename: str) -> None:
    assert kinds.format_of(filename) is None


def test_an_unknown_kind_takes_what_any_document_does() -> None:
    assert kinds.allowed("HELT_NYTT") == kinds.allowed("ANNET")
    assert set(kinds.allowed("ANNET")) == kinds.table().formats.keys()
    assert "mp4" not in kinds.allowed("FOTO")


@pytest.mark.parametrize(
    "change",
    [
        {"groups": {"paper": ["pdf", "no_such"]}},
        {"kinds": {"ANNET": ["no_such"]}},
        {"kinds": {"FOTO": ["paper"]}},
        {
            "formats": {
                "pdf": {"extensions": ["pdf"], "media_type": "a/b", "limit": 1},
                "two": {"extensions": ["pdf"], "media_type": "a/b", "limit": 1},
            },
            "groups": {"paper": ["pdf", "two"]},
        },
    ],
)
def test_a_table_that_does_not_hang_together_is_refused(change: dict[str, object]) -> None:
    whole = {
        "formats": {"pdf": {"extensions": ["pdf"], "media_type": "application/pdf", "limit": 1}},
        "groups": {"paper": ["pdf"]},
        "kinds": {"ANNET": ["paper"]},
    }
    kinds.Kinds.model_validate(whole)
    with pytest.raises(ValidationError):
        kinds.Kinds.model_validate({**whole, **change})


@given(st.integers(1, 3 * 1024 * MEBIBYTE), st.integers(1, 64 * MEBIBYTE))
def test_parts_add_up_to_the_file(size: int, part_size: int) -> None:
    count = part_count(size, part_size)
    whole_parts = (count - 1) * part_size

    assert whole_parts + size_of_part(count, size, part_size) == size
    assert 0 < size_of_part(count, size, part_size) <= part_size
    assert size_of_part(1, size, part_size) == min(size, part_size)


@pytest.mark.parametrize("number", [0, -1, 3])
def test_there_is_no_part_outside_the_file(number: int) -> None:
    with pytest.raises(ValueError, match="no such part"):
        size_of_part(number, 9 * MEBIBYTE)


def test_each_part_has_its_own_place() -> None:
    assert part_key("ab", 1) != part_key("ab", 2) != part_key("abc", 2)


def test_every_open_stage_takes_files() -> None:
    every: set[Status] = set(get_args(Status))

    assert {status for status in every if not takes_files(status, "nobody")} == CLOSED
    assert all(takes_files(status, "firm") for status in every)
    assert takes_files("refused", "nobody")


def test_the_journal_opens_when_the_case_is_received() -> None:
    assert not any(in_the_journal(status) for status in ("draft", "submitted", "withdrawn"))
    assert in_the_journal("received")
    assert in_the_journal("closed")


def someone(audience: str, *roles: str) -> Actor:
    return Actor(audience=audience, roles=frozenset(roles))


@pytest.mark.parametrize("role", ["firm_admin", "applicant", "field_worker"])
def test_people_who_act_for_the_firm_may_send(role: str) -> None:
    ensure_may_upload(someone("contractor", role), "draft", "firm")


@pytest.mark.parametrize(
    "actor",
    [
        someone("contractor", "reader"),
        someone("contractor"),
        someone("contractor", "caseworker"),
        someone("operator", "editor"),
        someone("operator", "firm_admin"),
        someone("system"),
        someone("public"),
    ],
)
def test_others_may_not(actor: Actor) -> None:
    with pytest.raises(NotForYou):
        ensure_may_upload(actor, "in_progress", "utility")


@pytest.mark.parametrize(("status", "ball"), [("closed", "nobody"), ("withdrawn", "utility")])
def test_a_closed_case_takes_nothing(status: Status, ball: Ball) -> None:
    with pytest.raises(UploadNotOpen):
        ensure_may_upload(someone("contractor", "applicant"), status, ball)
