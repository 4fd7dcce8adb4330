"""The files of the catalogue, with blocks and attachment names put in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
LONGEST = {"text": 200, "long_text": 4000}
"""Characters a text field may have when the file does not say."""


class CatalogueInvalid(ValueError):
    """A file of the catalogue makes no sense; the message says where and why."""


def read_types(folder: Path = HERE) -> list[dict[str, Any]]:
    """Every type as plain data, blocks resolved, ready to be checked.

    Raises CatalogueInvalid when a file is not YAML, or names a block or attachment not there.
    """
    attachments = read_mapping(folder / "attachments.yaml")
    blocks = {file.stem: read_mapping(file) for file in sorted((folder / "blocks").glob("*.yaml"))}
    return [
        _resolved(read_mapping(file), blocks, attachments)
        for file in sorted((folder / "types").glob("*.yaml"))
    ]


def read_mapping(file: Path) -> dict[str, Any]:
    """A file of the catalogue as plain data. Raises CatalogueInvalid."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as problem:
        raise CatalogueInvalid(f"{file.name}: not YAML: {problem}") from problem
    if not isinstance(content, dict):
        raise CatalogueInvalid(f"{file.name}: a mapping was expected")
    return content


def _resolved(
    source: dict[str, Any], blocks: dict[str, Any], attachments: dict[str, Any]
) -> dict[str, Any]:
    steps = []
    for entry in source.get("steps", []):
        step = dict(_block(entry, blocks)["step"] if "block" in entry else entry)
        step["fields"] = [
            _completed(field, attachments)
            for part in step.get("fields", [])
            for field in _fields(part, blocks)
        ]
        steps.append(step)
    return {**source, "steps": steps}


def _block(entry: dict[str, Any], blocks: dict[str, Any]) -> dict[str, Any]:
    try:
        block: dict[str, Any] = blocks[entry["block"]]
    except KeyError:
        raise CatalogueInvalid(f"there is no block {entry['block']!r}") from None
    return block


def _fields(part: dict[str, Any], blocks: dict[str, Any]) -> list[dict[str, Any]]:
    """A field, or all fields of a block with what is said beside its name put on each."""
    if "block" not in part:
        return [part]
    said = {name: value for name, value in part.items() if name != "block"}
    return [{**field, **said} for field in _block(part, blocks)["fields"]]


def _completed(field: dict[str, Any], attachments: dict[str, Any]) -> dict[str, Any]:
    if field.get("type") in LONGEST:
        return {"max_length": LONGEST[field["type"]], **field}
    if field.get("type") != "attachment":
        return field
    kind = attachments["attachments"].get(field.get("kind"))
    if kind is None:
        raise CatalogueInvalid(f"{field.get('name')}: no attachment {field.get('kind')!r}")
    return {"label": kind["label"], "accept": attachments["media"][kind["media"]], **field}
