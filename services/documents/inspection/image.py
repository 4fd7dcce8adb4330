"""An image opens, is whole, and is not so large that showing it would hurt."""

from __future__ import annotations

import struct
import warnings

from PIL import Image

from services.documents.inspection.subject import Rejected, Subject

MOST_PIXELS = 80_000_000
_OPENED = {"jpeg": "JPEG", "png": "PNG", "tiff": "TIFF"}
_SMALLEST = (64, 64)
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


def image(subject: Subject) -> None:
    """Rejects as `too_large_image` above 80 megapixels, as `unreadable` what is broken.

    HEIC is not decoded, only measured: its pictures stand with width and height in `ispe` boxes.
    """
    if subject.format == "heic":
        _measure_heic(subject.head)
    elif subject.format in _OPENED:
        _open(subject, _OPENED[subject.format])


def _open(subject: Subject, format: str) -> None:
    subject.file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(subject.file, formats=[format]) as opened:
                _read(opened)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Rejected("too_large_image") from None
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
    if largest > MOST_PIXELS:
        raise Rejected("too_large_image")
