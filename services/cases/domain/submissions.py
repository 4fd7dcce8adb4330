"""How two versions of what was sent in differ, and what an answer changes in the form; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

Form = Mapping[str, Any]


def changed_fields(
    before: Form, after: Form, order: Iterable[str], attachments: Collection[str]
) -> list[tuple[str, Any, Any]]:
    """Field, value before, value after, in the order of the form; fields of files left out."""
    return [
        (name, before.get(name), after.get(name))
        for name in order
        if name not in attachments and before.get(name) != after.get(name)
    ]


def files_of(form: Form, beside: Sequence[str], attachments: Collection[str]) -> dict[str, str]:
    """Document id -> field; empty for one beside the form."""
    inside = {document_id: name for name in attachments for document_id in form.get(name) or []}
    return {**dict.fromkeys(beside, ""), **inside}


def with_files(form: Form, target: str, files: Sequence[str], attachments: Collection[str]) -> Form:
    """The form with the files where the item is aimed: added to a field, or in a file's place."""
    if not files:
        return form
    if target in attachments:
        kept = [each for each in form.get(target) or [] if each not in files]
        return {**form, target: [*kept, *files]}
    for name in attachments:
        there = list(form.get(name) or [])
        if target in there:
            at = there.index(target)
            rest = [each for each in there[at + 1 :] if each not in files]
            return {**form, name: [*there[:at], *files, *rest]}
    return form
