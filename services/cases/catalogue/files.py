"""The files of the catalogue, with blocks, lists of choices, numbers and attachments put in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from services.cases.catalogue.faults import CatalogueInvalid
from services.cases.catalogue.marked import Marked, load
from services.cases.catalogue.resolving import Shared, resolved
from services.cases.contract.types.publishing import Fault

HERE = Path(__file__).parent


def read_types(folder: Path = HERE) -> list[dict[str, Any]]:
    """Every type as plain data, ready to be checked.

    Raises CatalogueInvalid when a file is not YAML, or names something shared that is not there.
    """
    shared = read_shared(folder)
    return [
        resolved(read_mapping(file), shared, file.name)
        for file in sorted((folder / "types").glob("*.yaml"))
    ]


def read_type(text: str, folder: Path = HERE) -> dict[str, Any]:
    """One type as somebody sent it, with what is shared put in. Raises CatalogueInvalid."""
    return resolved(_mapping(text, "text"), read_shared(folder), "text")


def read_shared(folder: Path = HERE) -> Shared:
    """What types are built of."""
    return Shared(
        attachments=read_mapping(folder / "attachments.yaml"),
        blocks={file.stem: read_mapping(file) for file in sorted((folder / "blocks").glob("*"))},
        choices=read_mapping(folder / "choices.yaml"),
        numbers=read_mapping(folder / "numbers.yaml"),
    )


def read_mapping(file: Path) -> Marked:
    """A file of the catalogue as plain data. Raises CatalogueInvalid."""
    return _mapping(file.read_text(encoding="utf-8"), file.name)


def _mapping(text: str, name: str) -> Marked:
    try:
        content = load(text)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise CatalogueInvalid(name, [Fault(code="not_yaml", place=name, line=line)]) from problem
    if not isinstance(content, Marked):
        raise CatalogueInvalid(name, [Fault(code="not_a_mapping", place=name, line=1)])
    return content
