"""An image opens, is whole, and is not so large that showing it would hurt."""

from __future__ import annotations

import struct
import threading

from PIL import Image

from services.documents.inspection.subject import Rejected, Subject

MOST_PIXELS = 80_000_000
_OPENED = {"jpeg": "JPEG", "png": "PNG", "tiff": "TIFF"}
_SMALLEST = (64, 64)
_one_at_a_time = threading.Lock()
Image.MAX_IMAGE_PIXELS = None  # measured here, before anything is decoded


def image(subject: Subject) -> None:
    """Rejects as `too_large_image` above 80 megapixels, as `unreadable` what is broken.

    HEIC is not decoded, only measured: its pictures stand with width and height in `ispe` boxes.
    """
    if subject.format == "heic":
        _measure_heic(subject.head)
    elif subject.format in _OPENED:
        with _one_at_a_time:  # a progressive JPEG of the largest size takes half a gigabyte
            _open(subject, _OPENED[subject.format])


def _open(subject: Subject, format: str) -> None:
    subject.file.seek(0)
    try:
        with Image.open(subject.file, formats=[format]) as opened:
            _ensure_small(opened.width * opened.height)
            _read(opened)
    except (OSError, SyntaxError, ValueError, EOFError, struct.error):
        raise Rejected("unreadable") from None


def _read(opened: Image.Image) -> None:
    """A JPEG is decoded at an eighth of its size, where a missing end shows; PNG by its sums."""
    if opened.format == "JPEG":
        opened.draft("RGB", _SMALLEST)
        opened.load()
    else:
        opened.verify()


def _measure_heic(head: bytes) -> None:
    largest, at = 0, head.find(b"ispe")
    while at >= 0 and at + 16 <= len(head):
        width, height = struct.unpack(">II", head[at + 8 : at + 16])
        largest = max(largest, width * height)
        at = head.find(b"ispe", at + 4)
    if largest == 0:
        raise Rejected("unreadable")
    _ensure_small(largest)


def _ensure_small(pixels: int) -> None:
    if pixels > MOST_PIXELS:
        raise Rejected("too_large_image")
