"""What an item of a deficiency letter may be aimed at: fields of the form, and files sent in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from services.cases.contract.types.catalogue import CaseTypeView
from services.cases.contract.types.words import Texts
from services.documents.contract.types import DocumentView


@dataclass(frozen=True)
class Targets:
    """`fields` by step, each a name and a label; `files` are id and file name."""

    fields: list[tuple[Texts, list[tuple[str, Texts]]]]
    files: list[tuple[str, str]]


def targets_of(case_type: CaseTypeView, documents: Sequence[DocumentView]) -> Targets:
    """Every field, answered or not; the firm's own files."""
    return Targets(
        fields=[
            (step.title, [(field.name, field.label) for field in step.fields])
            for step in case_type.steps
        ],
        files=[
            (each.document_id, each.filename) for each in documents if each.direction == "incoming"
        ],
    )
