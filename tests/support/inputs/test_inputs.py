"""Inputs are what they claim to be, hold what a reader looks for, and never vary."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import magic
import pytest
from PIL import ExifTags, Image
from pypdf import PdfReader

from services.chassis.norway import Property
from tests.support.inputs import (
    EXAMPLE_PROPERTY,
    INPUTS,
    exe_named_pdf,
    jpeg_trench_photo,
    oversized,
    pdf_fdv_separator,
    pdf_situation_plan,
    pdf_tall_report,
    png_sketch,
)
from tests.support.inputs.__main__ import main


def words(pdf: bytes, page: int = 0) -> str:
    """The text of a page as a search would find it."""
    return " ".join(PdfReader(BytesIO(pdf)).pages[page].extract_text().split())


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: pdf_situation_plan("Plan", EXAMPLE_PROPERTY), "application/pdf"),
        (lambda: pdf_tall_report(1), "application/pdf"),
        (pdf_fdv_separator, "application/pdf"),
        (lambda: oversized(4096), "application/pdf"),
        (jpeg_trench_photo, "image/jpeg"),
        (png_sketch, "image/png"),
    ],
)
def test_each_is_what_it_is_named(make: Callable[[], bytes], kind: str) -> None:
    assert magic.from_buffer(make(), mime=True) == kind


def test_the_program_is_a_program_whatever_its_name() -> None:
    assert exe_named_pdf()[:2] == b"MZ"
    assert "executable" in magic.from_buffer(exe_named_pdf())
    assert magic.from_buffer(exe_named_pdf(), mime=True) in {
        "application/x-dosexec",
        "application/vnd.microsoft.portable-executable",
    }


@pytest.mark.parametrize("name", sorted(INPUTS))
def test_the_same_bytes_come_on_every_run(name: str) -> None:
    assert INPUTS[name]() == INPUTS[name]()


def test_a_situation_plan_names_its_property_pipes_and_dimensions() -> None:
    section = Property(kommunenr="0301", gnr=7, bnr=8, snr=9, address="Prøvegata 1 Å")
    told = words(pdf_situation_plan("Ny stikkledning #1 *utkast*", section))
    for expected in (
        "Ny stikkledning #1 *utkast*",
        "gnr. 7 bnr. 8 (snr. 9)",
        "0301",
        "Prøvegata 1 Å",
        "VL 32 PE100 SDR11",
        "SP 110 PVC SN8",
        "1:500",
    ):
        assert expected in told
    (page,) = PdfReader(BytesIO(pdf_situation_plan("Plan", section))).pages
    assert [round(side * 25.4 / 72) for side in (page.mediabox.width, page.mediabox.height)] == [
        420,
        297,
    ]


@pytest.mark.parametrize("pages", [1, 3, 120])
def test_a_report_is_as_long_as_asked(pages: int) -> None:
    report = pdf_tall_report(pages)
    assert len(PdfReader(BytesIO(report)).pages) == pages
    assert f"Strekning {pages}:" in words(report, pages - 1)


def test_a_report_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one page"):
        pdf_tall_report(0)


def test_separator_papers_tell_size_and_emptying() -> None:
    papers = pdf_fdv_separator()
    assert "NS 3 (3 l/s)" in words(papers)
    assert "Tømmeavtale" in words(papers, 1)


def test_a_photo_tells_when_and_where_it_was_taken() -> None:
    image = Image.open(BytesIO(jpeg_trench_photo()))
    exif = image.getexif()
    assert image.size == (1600, 1200)
    assert exif[ExifTags.Base.Make] == "samsung"
    details = exif.get_ifd(ExifTags.IFD.Exif)
    assert details[ExifTags.Base.DateTimeOriginal] == "2023:03:13 10:02:17"
    position = exif.get_ifd(ExifTags.IFD.GPSInfo)
    degrees, minutes, seconds = position[ExifTags.GPS.GPSLatitude]
    assert 60 < degrees + minutes / 60 + seconds / 3600 < 61


def test_a_photo_without_position_keeps_the_rest() -> None:
    exif = Image.open(BytesIO(jpeg_trench_photo(with_exif_gps=False))).getexif()
    assert exif[ExifTags.Base.Model] == "SM-G556B"
    assert not exif.get_ifd(ExifTags.IFD.GPSInfo)


@pytest.mark.parametrize("size", [1024, 1025, 65_536, 1_000_003])
def test_an_oversized_file_has_exactly_that_size_and_can_be_read(size: int) -> None:
    made = oversized(size)
    assert len(made) == size
    assert len(PdfReader(BytesIO(made), strict=True).pages) == 1


def test_an_oversized_file_too_small_for_a_page_is_refused() -> None:
    with pytest.raises(ValueError, match="1024 bytes"):
        oversized(1023)


def test_all_are_written_into_a_folder(tmp_path: Path) -> None:
    assert main([str(tmp_path / "new")]) == 0
    assert {file.name for file in (tmp_path / "new").iterdir()} == set(INPUTS)


def test_no_folder_is_an_error_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "FOLDER" in capsys.readouterr().err
