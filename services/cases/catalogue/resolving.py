"""Puts what is shared into a case type, so that nothing is written twice.

- block: owner             fields (and rules) of blocks/owner.yaml: all, or `only` some;
                           required, shown_when, required_when beside it go on each of them,
                           `with: {name: {...}}` on one
choices: pipe_material     a list of choices.yaml
days: =adk1_valid_days     a number of numbers.yaml; `{adk1_valid_days}` within a text
appeal_body: municipal     one of the bodies of choices.yaml
kind: FOTO                 an attachment of attachments.yaml gives label and media types
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.cases.catalogue.faults import CatalogueInvalid, fault
from services.cases.catalogue.marked import Marked, Path, like
from services.cases.contract.types.publishing import Fault
from services.cases.contract.types.words import FaultCode

LONGEST = {"text": 200, "long_text": 4000}
"""Characters a text field may have when the file does not say."""
NUMBER = re.compile(r"\{([a-z0-9_]+)\}")
ON_EACH = frozenset({"required", "shown_when", "required_when"})
"""What may be said beside a block's name and is put on each of its fields."""
BESIDE_BLOCK = ON_EACH | {"block", "only", "with"}


@dataclass(frozen=True)
class Shared:
    """What types are built of."""

    attachments: Mapping[str, Any]
    blocks: Mapping[str, Mapping[str, Any]]
    choices: Mapping[str, Any]
    numbers: Mapping[str, Any]


def resolved(source: Marked, shared: Shared, name: str) -> Marked:
    """The type with everything put in. Raises CatalogueInvalid naming all that is not there."""
    resolver = _Resolver(source, shared)
    made = resolver.whole()
    if resolver.faults:
        raise CatalogueInvalid(name, resolver.faults)
    return made


class _Resolver:
    """One run over one type; collects what is not there instead of stopping at the first."""

    def __init__(self, source: Marked, shared: Shared) -> None:
        self.source, self.shared = source, shared
        self.faults: list[Fault] = []
        self.rules: list[Any] = []

    def whole(self) -> Marked:
        content = dict(self.source)
        if isinstance(content.get("steps"), list):
            content["steps"] = [
                self._step(step, ("steps", at)) for at, step in enumerate(content["steps"])
            ]
        if self.rules:
            content["rules"] = [*(content.get("rules") or []), *self.rules]
        if isinstance(content.get("competence"), str):
            listed = self._listed(content["competence"], ("competence",))
            content["competence"] = [choice["label"] for choice in listed]
        if isinstance(content.get("appeal_body"), str):
            content["appeal_body"] = self._body(content["appeal_body"])
        made = self._numbered(like(self.source, content), ())
        return made if isinstance(made, Marked) else self.source

    def _step(self, entry: Any, path: Path) -> Any:
        if not isinstance(entry, dict):
            return entry
        own = {key: part for key, part in entry.items() if key != "block"}
        step = {**self._block(entry, path).get("step", {}), **own} if "block" in entry else entry
        parts = step.get("fields")
        fields = [
            self._completed(field, (*path, "fields", at))
            for at, part in enumerate(parts if isinstance(parts, list) else [])
            for field in self._fields(part, (*path, "fields", at))
        ]
        return like(entry, {**step, "fields": fields})

    def _fields(self, part: Any, path: Path) -> list[Any]:
        """A field, or all fields of a block with what is said beside its name put on each."""
        if not isinstance(part, dict) or "block" not in part:
            return [part]
        block = self._block(part, path)
        for key in set(part) - BESIDE_BLOCK:
            self._fault("unknown_key", (*path, key))
        chosen = {field["name"]: field for field in block.get("fields", [])}
        only, single = part.get("only", list(chosen)), part.get("with", {})
        for name in (*only, *single):
            if name not in chosen:
                self._fault("rule_field", path, field=str(name))
        said = {name: value for name, value in part.items() if name in ON_EACH}
        taken = [name for name in only if name in chosen]
        if set(taken) == set(chosen):
            self.rules.extend(block.get("rules", []))
        return [like(part, {**chosen[name], **said, **single.get(name, {})}) for name in taken]

    def _block(self, entry: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
        known = self.shared.blocks
        found: Mapping[str, Any] = self._named(
            known, entry["block"], "unknown_block", (*path, "block")
        )
        return found

    def _completed(self, field: Any, path: Path) -> Any:
        if not isinstance(field, dict):
            return field
        made = dict(field)
        if isinstance(made.get("choices"), str):
            made["choices"] = self._listed(made["choices"], (*path, "choices"))
        if isinstance(made.get("columns"), list):
            made["columns"] = [
                self._completed(column, (*path, "columns", at))
                for at, column in enumerate(made["columns"])
            ]
        if made.get("type") in LONGEST:
            made = {"max_length": LONGEST[made["type"]], **made}
        if made.get("type") == "attachment":
            made = {**self._attachment(made.get("kind"), (*path, "kind")), **made}
        return like(field, made)

    def _attachment(self, kind: Any, path: Path) -> dict[str, Any]:
        known = self.shared.attachments.get("attachments", {})
        found = self._named(known, kind, "unknown_attachment", path)
        if not found:
            return {}
        media = self.shared.attachments["media"][found["media"]]
        return {"label": found["label"], "accept": media}

    def _listed(self, name: str, path: Path) -> list[Any]:
        found = self._named(self.shared.choices, name, "unknown_list", path)
        return list(found) if found else []

    def _body(self, name: str) -> Any:
        known = {body["value"]: body["label"] for body in self.shared.choices["appeal_body"]}
        return self._named(known, name, "unknown_list", ("appeal_body",))

    def _named(self, known: Mapping[str, Any], name: Any, code: FaultCode, path: Path) -> Any:
        if isinstance(name, str) and name in known:
            return known[name]
        self._fault(code, path, name=str(name))
        return {}

    def _numbered(self, node: Any, path: Path) -> Any:
        """The node with `=name` and `{name}` replaced by the numbers they name."""
        if isinstance(node, dict):
            return like(node, {key: self._numbered(node[key], (*path, key)) for key in node})
        if isinstance(node, list):
            return [self._numbered(part, (*path, at)) for at, part in enumerate(node)]
        if isinstance(node, str) and node.startswith("="):
            return self._number(node[1:], path)
        if isinstance(node, str):
            return NUMBER.sub(lambda found: self._in_text(found, path), node)
        return node

    def _in_text(self, found: re.Match[str], path: Path) -> str:
        name = found.group(1)
        return found.group() if name == "time" else str(self._number(name, path)).replace(".", ",")

    def _number(self, name: str, path: Path) -> Any:
        if name in self.shared.numbers:
            return self.shared.numbers[name]
        self._fault("unknown_number", path, name=name)
        return 0

    def _fault(self, code: FaultCode, path: Path, **facts: Any) -> None:
        self.faults.append(fault(code, self.source, path, **facts))
