"""Real-looking uploads, made on the spot and the same on every run.

Names, places and numbers in them are made up. `python -m tests.support.inputs FOLDER` writes one
of each.
"""

from collections.abc import Callable

from services.chassis.norway import Property
from tests.support.inputs.hostile import exe_named_pdf, oversized
from tests.support.inputs.pdf import pdf_fdv_separator, pdf_situation_plan, pdf_tall_report
from tests.support.inputs.photo import jpeg_trench_photo
from tests.support.inputs.sketch import png_sketch

EXAMPLE_PROPERTY = Property(kommunenr="4601", gnr=164, bnr=123, address="Eksempelveien 14")

INPUTS: dict[str, Callable[[], bytes]] = {
    "situasjonsplan.pdf": lambda: pdf_situation_plan("Situasjonsplan VA", EXAMPLE_PROPERTY),
    "trykkprøving og innmåling.pdf": lambda: pdf_tall_report(40),
    "fdv oljeutskiller.pdf": pdf_fdv_separator,
    "grøft med posisjon.jpg": jpeg_trench_photo,
    "grøft uten posisjon.jpg": lambda: jpeg_trench_photo(with_exif_gps=False),
    "målsatt skisse.png": png_sketch,
    "program forkledd.pdf": exe_named_pdf,
    "stor.pdf": lambda: oversized(5 * 1024 * 1024),
}
"""File names, as people give them, and what makes each file."""

__all__ = [
    "EXAMPLE_PROPERTY",
    "INPUTS",
    "exe_named_pdf",
    "jpeg_trench_photo",
    "oversized",
    "pdf_fdv_separator",
    "pdf_situation_plan",
    "pdf_tall_report",
    "png_sketch",
]
