"""Files of each format, small and readable, and files that pretend."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import lru_cache

from PIL import Image
from pypdf import PdfReader, PdfWriter

from tests.support.inputs import (
    exe_named_pdf,
    jpeg_trench_photo,
    oversized,
    pdf_fdv_separator,
    png_sketch,
)

SOSI = ".HODE\n..TEGNSETT ISO8859-1\n..OMRÅDE\n.PUNKT 1:\n..OBJTYPE Kum\n.SLUTT\n".encode("latin-1")
KOF = (
    b" 00 Eksempelveien   13032023   1 22 1000 11111 \n 05 K1       8001  6700000.000  300000.000\n"
)
GMI = b"[Layer]\nName=Innmaling\n[Point]\n6700000.00 300000.00 12.50\n"
DXF = b"  0\nSECTION\n  2\nHEADER\n  0\nENDSEC\n  0\nEOF\n"
DWG = b"AC1032\x00\x00\x00\x00\x00\x00" + bytes(512)
HTML = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def heic(width: int = 4032, height: int = 3024) -> bytes:
    """The boxes in front of an HEIC picture of that size; the picture itself is noise."""
    ispe = _box(b"ispe", struct.pack(">III", 0, width, height))
    meta = _box(b"meta", bytes(4) + _box(b"iprp", _box(b"ipco", ispe)))
    return _box(b"ftyp", b"heic\x00\x00\x00\x00mif1heic") + meta + _box(b"mdat", bytes(64))


def mp4() -> bytes:
    """The boxes of a film without pictures."""
    return _box(b"ftyp", b"isom\x00\x00\x02\x00isomiso2mp41") + _box(b"mdat", bytes(128))


def picture(format: str, width: int = 64, height: int = 48) -> bytes:
    """A grey picture."""
    out = io.BytesIO()
    Image.new("L", (width, height), 128).save(out, format)
    return out.getvalue()


@lru_cache(maxsize=1)
def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(oversized(2048))))
    writer.encrypt("hemmelig", algorithm="AES-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def archive() -> bytes:
    """A ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("innhold.txt", "x")
    return out.getvalue()


GOOD: dict[str, bytes] = {
    "plan.pdf": pdf_fdv_separator(),
    "PLAN.PDF": oversized(4096),
    "foto.jpg": jpeg_trench_photo(),
    "foto.jpeg": picture("JPEG"),
    "skisse.png": png_sketch(),
    "kart.tif": picture("TIFF"),
    "foto.heic": heic(),
    "tegning.dwg": DWG,
    "tegning.dxf": DXF,
    "innmåling.sos": SOSI,
    "innmåling.kof": KOF,
    "innmåling.gmi": GMI,
    "rør.mp4": mp4(),
}

TYPE_CONFUSION: dict[str, tuple[str, bytes, str]] = {
    "a program named pdf": ("a.pdf", exe_named_pdf(), "type_mismatch"),
    "a web page named jpg": ("a.jpg", HTML, "type_mismatch"),
    "an archive named pdf": ("a.pdf", archive(), "type_mismatch"),
    "a picture named pdf": ("a.pdf", picture("PNG"), "type_mismatch"),
    "a PDF named jpg": ("a.jpg", oversized(2048), "type_mismatch"),
    "a png named jpg": ("a.jpg", picture("PNG"), "type_mismatch"),
    "a PDF behind a GIF": ("a.pdf", b"GIF89a" + oversized(2048), "type_mismatch"),
    "a PDF behind a line": ("a.pdf", b"\n" + oversized(2048), "type_mismatch"),
    "a program behind a PDF's head": ("a.pdf", b"%PDF-1.7\n" + exe_named_pdf(), "unreadable"),
    "a web page behind a PDF's head": ("a.pdf", b"%PDF-1.7\n" + HTML * 9, "unreadable"),
    "a PDF with an archive behind it": (
        "a.pdf",
        oversized(2048) + bytes(4096) + archive(),
        "unreadable",
    ),
    "half a PDF": ("a.pdf", pdf_fdv_separator()[:9000], "unreadable"),
    "a locked PDF": ("a.pdf", locked_pdf(), "encrypted"),
    "a locked PDF, the name spelled in hex": (
        "a.pdf",
        locked_pdf().replace(b"/Encrypt ", b"/#45ncr#79pt "),
        "encrypted",
    ),
    "half a photo": ("a.jpg", jpeg_trench_photo()[:40_000], "unreadable"),
    "half a png": ("a.png", png_sketch()[:9000], "unreadable"),
    "a HEIC without size": ("a.heic", heic().replace(b"ispe", b"free"), "unreadable"),
    "too large a HEIC": ("a.heic", heic(20_000, 20_000), "too_large_image"),
    "a web page named SOSI": ("a.sos", HTML, "type_mismatch"),
    "a web page named GMI": ("a.gmi", b"\xef\xbb\xbf  " + HTML, "type_mismatch"),
    "a program named GMI": ("a.gmi", exe_named_pdf(), "type_mismatch"),
    "prose named KOF": ("a.kof", b"Dette er ikke KOF.\n", "type_mismatch"),
    "prose named SOSI": ("a.sos", b"Dette er ikke SOSI.\n", "type_mismatch"),
    "a HEIC named mp4": ("a.mp4", heic(), "type_mismatch"),
    "a film named heic": ("a.heic", mp4(), "type_mismatch"),
    "prose named DXF": ("a.dxf", b"0\nSEKSJON\n", "type_mismatch"),
    "another drawing's head": ("a.dwg", b"AD1032" + bytes(512), "type_mismatch"),
    "a name without extension": ("situasjonsplan", oversized(2048), "type_not_allowed"),
    "an extension nobody takes": ("a.exe", exe_named_pdf(), "type_not_allowed"),
}
"""What a file is -> its name, its bytes, and the reason it is rejected for."""
