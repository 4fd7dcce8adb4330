"""A complete form for each type; attachments are names the desk turns into documents."""

from __future__ import annotations

from typing import Any

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from tests.support.case_forms import complete

PROPERTY = {"kommunenr": "4601", "gnr": 164, "bnr": 123, "address": "Storgata 1"}
OWNER = {"owner_kind": "person", "owner_name": "Per Eier"}

RORM: dict[str, Any] = {
    "properties": [PROPERTY],
    "work_kind": "repair",
    "description": "Reparasjon av lekk stikkledning",
    "planned_start": "2026-12-01",
    "pipe_services": ["water"],
    "pipe_dimension": 32,
    "closes_public_line": False,
    "needs_dispensation": False,
    "responsible_name": "Odd Kobling",
    "qualification": "adk_plumber",
    "adk1_number": "1234",
    "adk1_date": "2024-05-02",
    **OWNER,
    "subscriber_is_owner": True,
    "pipe_map": ["kart.pdf"],
    "sketch": ["skisse.pdf"],
    "photos": ["bilde.jpg"],
}
PASL_FETT: dict[str, Any] = {
    "properties": [PROPERTY],
    "application_kind": "new",
    "kitchen_kind": "restaurant",
    "meals_per_day": 250,
    "equipment": "To kummer og en oppvaskmaskin",
    "has_fryer": True,
    "placement": "outside",
    "separator_make": "Feller 4",
    "separator_size": "4,0",
    "grease_volume": 400,
    "water_volume": 1200,
    "daily_discharge": 3.5,
    "business_name": "Fisk og Frityr AS",
    "business_orgnr": "312 124 718",
    "business_contact": "Kari Kokk",
    "business_email": "post@fisk.example",
    "plumber_name": "Muffe Rør AS",
    "plumber_orgnr": "311153056",
    "separator_fdv": ["fdv.pdf"],
    "sampling_fdv": ["fdv-kum.pdf"],
    "sizing_meals": ["maltider.pdf"],
    "sizing_equipment": ["utstyr.pdf"],
    "map_outside": ["kart.pdf"],
}
FORH: dict[str, Any] = {
    "properties": [PROPERTY],
    "stage": "frame",
    "building_kind": "house",
    "description": "Ny enebolig",
    "dwelling_units": 1,
    "distance_public_pipe": 6.5,
    "terrain_changed": False,
    "lowest_drain_changed": False,
    "stormwater_solution": "infiltration",
    "deviates_from_norm": False,
    **OWNER,
    "site_plan": ["situasjonsplan.pdf"],
    "pipe_map": ["kart.pdf"],
}


def _made(kind: CaseType) -> dict[str, Any]:
    """A form made of the type's own fields; its attachments are names of files to upload."""
    values = complete(kind)
    files = {field.name: [f"{field.name}.pdf"] for field in kind.attachments(values).values()}
    return {**values, **files}


COMPLETE = {kind.definition.code: _made(kind) for kind in map(CaseType, read_types())}
COMPLETE |= {"RORM": RORM, "PASL-FETT": PASL_FETT, "FORH": FORH}
