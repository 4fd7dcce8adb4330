"""Whom a case is for: clients.yaml, read from the answers of its form."""

from __future__ import annotations

from functools import lru_cache

import yaml

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import HERE
from services.cases.catalogue.visibility import Values
from services.cases.contract.types.parties import ClientView

KINDS = frozenset({"business", "person"})


@lru_cache(maxsize=1)
def _sources() -> list[dict[str, str]]:
    read: list[dict[str, str]] = yaml.safe_load((HERE / "clients.yaml").read_text(encoding="utf-8"))
    return read


def client_of(kind: CaseType, form: Values) -> ClientView | None:
    """Who the answers name; None for a type that asks for nobody, and before there is a name.

    It follows from the form alone, so that an answer to a deficiency letter corrects it too.
    """
    shown = kind.visible(form)
    for source in _sources():
        if source["name"] in kind.fields:
            said = {part: shown.get(field) for part, field in source.items() if part != "kind"}
            given = {part: value for part, value in said.items() if value}
            return _client(source, shown, given) if "name" in given else None
    return None


def _client(source: dict[str, str], shown: Values, given: dict[str, str]) -> ClientView:
    """The kind stands in the file, or is an answer."""
    kind = source["kind"] if source["kind"] in KINDS else shown.get(source["kind"], "person")
    return ClientView.model_validate({"kind": kind, **given})
