"""A draft's answers, and what the case shows of them in lists and search."""

from __future__ import annotations

from typing import Any

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.clients import client_of
from services.cases.model import Case
from services.chassis.norway import Property


def properties(kind: CaseType, form: dict[str, Any]) -> list[Property]:
    """The properties answered so far."""
    return [Property.model_validate(place) for place in form.get(kind.property_field) or []]


def save(case: Case, kind: CaseType, values: dict[str, Any]) -> None:
    """Replace the given values; None removes one. Raises InvalidForm."""
    merged = {**case.form, **kind.normalised(values)}
    replace(case, kind, {name: value for name, value in merged.items() if value is not None})


def replace(case: Case, kind: CaseType, form: dict[str, Any]) -> None:
    """Set all values, and what a list shows or finds that follows from them."""
    case.form = form
    client = client_of(kind, form)
    case.client_text = f"{client.name} {client.orgnr}".strip() if client else ""
    if not kind.property_field:
        return
    places = properties(kind, form)
    case.place = (places[0].address or str(places[0])) if places else ""
    case.property_text = " ".join(
        f"{place.address} {place.plot} {place.gnr}/{place.bnr} {place}" for place in places
    )
