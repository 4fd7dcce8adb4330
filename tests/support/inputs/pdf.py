"""PDF papers as firms send them, set with typst; the same bytes on every run."""

from __future__ import annotations

from pathlib import Path

import typst

from services.chassis.norway import Property

_HERE = Path(__file__).parent
_DRAWN_AT = 1_678_701_600
"""13 March 2023, 10:00 UTC, in seconds since 1970: the date inside every paper."""


def pdf_situation_plan(title: str, property: Property) -> bytes:
    """An A3 drawing (1 page): map, house, pipes with dimensions, legend and title block."""
    return _set(
        "situation_plan.typ",
        title=title,
        property=str(property),
        address=property.address or "Eksempelveien 14",
        kommunenr=property.kommunenr,
        gnr=str(property.gnr),
        bnr=str(property.bnr),
    )


def pdf_tall_report(pages: int) -> bytes:
    """A pressure test report with exactly that many A4 pages; ValueError below one."""
    if pages < 1:
        raise ValueError("a report has at least one page")
    return _set("tall_report.typ", pages=str(pages))


def pdf_fdv_separator() -> bytes:
    """Operation and maintenance papers of an oil separator (2 pages, with a section drawing)."""
    return _set("fdv_separator.typ")


def _set(template: str, **inputs: str) -> bytes:
    made = typst.compile(
        str(_HERE / template),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs=inputs,
        timestamp=_DRAWN_AT,
    )
    assert isinstance(made, bytes)
    return made
