"""The inspection: every step in turn, until one says no."""

from __future__ import annotations

from collections.abc import Callable

from services.documents.inspection.content_type import content_type
from services.documents.inspection.image import image
from services.documents.inspection.pdf import pdf
from services.documents.inspection.subject import Subject
from services.documents.inspection.transfer import checksum, size

STEPS: dict[str, Callable[[Subject], None]] = {
    "checksum": checksum,
    "size": size,
    "type": content_type,
    "pdf": pdf,
    "image": image,
}
"""In this order: what arrived is what was sent, it is what it claims, it can be read."""


def inspect(subject: Subject) -> None:
    """Pass it, or raise Rejected with the first step's reason."""
    for step in STEPS.values():
        step(subject)
