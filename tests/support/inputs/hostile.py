"""Uploads that an inspection must stop or that test a limit; none of them can run."""

from __future__ import annotations

import random
import struct

_BLOCK = 64 * 1024


def exe_named_pdf() -> bytes:
    """The head of a Windows program (MZ, then PE) without any code, to be sent as a `.pdf`."""
    dos = b"MZ" + b"\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff".ljust(58, b"\x00")
    stub = b"This program cannot be run in DOS mode.\r\r\n$".ljust(64, b"\x00")
    coff = b"PE\x00\x00" + struct.pack("<HHIIIHH", 0x14C, 0, 1_678_701_600, 0, 0, 224, 0x0102)
    optional = struct.pack("<H", 0x10B).ljust(68, b"\x00") + struct.pack("<H", 2)
    return dos + struct.pack("<I", 128) + stub + coff + optional.ljust(224, b"\x00") + bytes(512)


def oversized(size: int) -> bytes:
    """A readable one-page PDF of exactly that many bytes, hard to compress.

    Raises ValueError below 1024 bytes, where no page fits.
    """
    if size < 1024:
        raise ValueError("a padded PDF has at least 1024 bytes")
    return _padded(size - len(_padded(0)))


def _padded(padding: int) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Length %010d >>\nstream\n%b\nendstream" % (padding, _noise(padding)),
    ]
    parts = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"]
    at = len(parts[0])
    table = b"xref\n0 5\n0000000000 65535 f \n"
    for number, content in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % at
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
        at += len(parts[-1])
    trailer = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%010d\n%%%%EOF\n" % at
    return b"".join([*parts, table, trailer])


def _noise(size: int) -> bytes:
    block = random.Random(size).randbytes(min(size, _BLOCK))
    return (block * (size // _BLOCK + 1))[:size]
