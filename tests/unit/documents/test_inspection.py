"""What passes the inspection, and what each step stops."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Callable

import pytest

from services.documents.catalogue.kinds import table
from services.documents.inspection import STEPS, Rejected, Subject, inspect
from services.documents.inspection.content_type import WITNESSES
from tests.support.inputs import oversized
from tests.unit.documents.samples import GOOD, TYPE_CONFUSION, picture


def subject(
    filename: str,
    content: bytes,
    kind: str = "ANNET",
    announced_size: int | None = None,
    promised_sha256: str | None = None,
) -> Subject:
    return Subject(
        file=io.BytesIO(content),
        filename=filename,
        kind=kind,
        announced_size=len(content) if announced_size is None else announced_size,
        promised_sha256=promised_sha256,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def reason_of(it: Subject) -> str:
    with pytest.raises(Rejected) as no:
        inspect(it)
    return no.value.reason


@pytest.mark.parametrize("filename", GOOD)
def test_an_honest_file_passes(filename: str) -> None:
    inspect(subject(filename, GOOD[filename]))


def test_every_format_has_an_honest_file_and_its_witnesses() -> None:
    assert {subject(name, b"").format for name in GOOD} == table().formats.keys() == set(WITNESSES)


@pytest.mark.parametrize("case", TYPE_CONFUSION)
def test_a_pretender_is_stopped(case: str) -> None:
    filename, content, reason = TYPE_CONFUSION[case]

    assert reason_of(subject(filename, content)) == reason


def test_a_kind_takes_its_own_formats_only() -> None:
    assert reason_of(subject("a.mp4", GOOD["rør.mp4"], kind="FOTO")) == "type_not_allowed"
    inspect(subject("a.jpg", GOOD["foto.jpeg"], kind="FOTO"))


def test_another_checksum_than_promised_is_stopped() -> None:
    assert reason_of(subject("a.pdf", GOOD["PLAN.PDF"], promised_sha256="0" * 64)) == "checksum"


def test_another_size_than_announced_is_stopped() -> None:
    assert reason_of(subject("a.pdf", GOOD["PLAN.PDF"], announced_size=7)) == "size"


def test_a_picture_is_measured_before_it_is_decoded() -> None:
    """A few bytes that would unpack to 30 gigabytes."""
    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
    bomb += struct.pack(">I", zlib.crc32(chunk)) + picture("PNG")[33:]

    assert reason_of(subject("a.png", bomb)) == "too_large_image"


@pytest.mark.parametrize(("width", "passes"), [(8_000, True), (8_001, False)])
def test_eighty_megapixels_are_the_limit(width: int, passes: bool) -> None:
    tiff = picture("TIFF", 8, 8).replace(
        struct.pack("<HHII", 256, 4, 1, 8), struct.pack("<HHII", 256, 4, 1, width)
    )
    tiff = tiff.replace(struct.pack("<HHII", 257, 4, 1, 8), struct.pack("<HHII", 257, 4, 1, 10_000))
    it = subject("a.tif", tiff)

    assert passes or reason_of(it) == "too_large_image"
    if passes:
        inspect(it)


def test_a_word_about_encryption_does_not_lock_a_paper() -> None:
    content = oversized(4096).replace(b"%PDF-1.4\n", b"%PDF-1.4\n%/EncryptMetadata true\n")

    inspect(subject("a.pdf", content))


def test_the_lock_is_found_across_the_border_of_two_reads() -> None:
    megabyte = 1024 * 1024
    content = bytearray(oversized(megabyte * 2))
    content[megabyte - 5 : megabyte + 12] = b"/Encrypt 12 0 R\n\n"

    assert reason_of(subject("a.pdf", bytes(content))) == "encrypted"


@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_needed(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the step removed, something gets through that must not."""
    stopped_by: dict[str, Callable[[], Subject]] = {
        "checksum": lambda: subject("a.pdf", GOOD["PLAN.PDF"], promised_sha256="0" * 64),
        "size": lambda: subject("a.pdf", GOOD["PLAN.PDF"], announced_size=7),
        "type": lambda: subject("a.kof", b"Dette er ikke KOF.\n"),
        "pdf": lambda: subject(*TYPE_CONFUSION["a locked PDF"][:2]),
        "image": lambda: subject(*TYPE_CONFUSION["half a photo"][:2]),
    }
    reason_of(stopped_by[step]())
    monkeypatch.delitem(STEPS, step)

    inspect(stopped_by[step]())
