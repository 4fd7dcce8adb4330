"""The content, the extension and the declared kind must agree on what a file is.

Two witnesses look at the content: our own reading of the first bytes, where a format must start
with its signature (a PDF behind anything else is no PDF), and libmagic.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import magic

from services.documents.catalogue import kinds
from services.documents.inspection.subject import Rejected, Subject

_ISO_MEDIA = slice(4, 8)
_BRAND = slice(8, 12)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_OTHER_BRANDS = {*_HEIC_BRANDS, b"avif", b"avis", b"qt  "}
_DXF = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*999\r?\n[^\n]*\n)*\s*0\r?\nSECTION\r?\n")
_SOSI = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s*![^\n]*\n|\s)*\.HODE\b", re.IGNORECASE)
_KOF = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ -]?[!#][^\n]*\n|\s*\n)*[ -]?[0-9]{2}[ \r\n]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-z]", re.IGNORECASE)
_PLAIN = frozenset({"text/plain", "text/csv"})
_UNSURE = "application/octet-stream"


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(signatures)


def _is_text(head: bytes) -> bool:
    return not _CONTROL.search(head) and not _MARKUP.match(head)


def _is_heic(head: bytes) -> bool:
    return head[_ISO_MEDIA] == b"ftyp" and head[_BRAND] in _HEIC_BRANDS


def _is_mp4(head: bytes) -> bool:
    return head[_ISO_MEDIA] == b"ftyp" and head[_BRAND] not in _OTHER_BRANDS


def _is_dxf(head: bytes) -> bool:
    return head.startswith(b"AutoCAD Binary DXF\r\n\x1a\x00") or bool(_DXF.match(head))


def _is_sosi(head: bytes) -> bool:
    return _is_text(head) and bool(_SOSI.match(head))


def _is_kof(head: bytes) -> bool:
    return _is_text(head) and bool(_KOF.match(head))


@dataclass(frozen=True)
class Witnesses:
    """What both must say of a format: our reading is true, and libmagic names one of `media`."""

    reads_as: Callable[[bytes], bool]
    media: frozenset[str]


WITNESSES: dict[str, Witnesses] = {
    "pdf": Witnesses(_starts(b"%PDF-"), frozenset({"application/pdf"})),
    "jpeg": Witnesses(_starts(b"\xff\xd8\xff"), frozenset({"image/jpeg"})),
    "png": Witnesses(_starts(b"\x89PNG\r\n\x1a\n"), frozenset({"image/png"})),
    "tiff": Witnesses(
        _starts(b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"), frozenset({"image/tiff"})
    ),
    "heic": Witnesses(_is_heic, frozenset({"image/heic", "image/heif"})),
    "dwg": Witnesses(
        lambda head: bool(re.match(rb"AC10[0-9]{2}", head)),
        frozenset({"image/vnd.dwg", "application/x-dwg", _UNSURE}),
    ),
    "dxf": Witnesses(_is_dxf, frozenset({"image/vnd.dxf", "text/plain", _UNSURE})),
    "sosi": Witnesses(_is_sosi, _PLAIN),
    "kof": Witnesses(_is_kof, _PLAIN),
    "gmi": Witnesses(_is_text, _PLAIN),
    "mp4": Witnesses(_is_mp4, frozenset({"video/mp4", "video/x-m4v", "video/3gpp"})),
}
"""One for each format of the catalogue. GMI has no published signature: it must be plain text."""


def content_type(subject: Subject) -> None:
    """Rejects as `type_not_allowed` what the kind does not take, else as `type_mismatch`."""
    if subject.format is None or subject.format not in kinds.allowed(subject.kind):
        raise Rejected("type_not_allowed")
    witnesses = WITNESSES[subject.format]
    if not witnesses.reads_as(subject.head):
        raise Rejected("type_mismatch")
    if magic.from_buffer(subject.head, mime=True) not in witnesses.media:
        raise Rejected("type_mismatch")
