"""What the letters of one made-up case say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from services.documents.contract.types import LetterKind

SENDER = "Eksempel kommune, Vann og avløp"
_COMMON: dict[str, Any] = {
    "dated": datetime(2023, 3, 13, 9, 30, tzinfo=UTC),
    "number": "VA-2023-000123",
    "type_title": {"nb": "Rørleggermelding", "nn": "Røyrleggjarmelding", "en": "Plumber's notice"},
    "title": "Ny stikkledning",
    "place": "Eksempelveien 14, gnr. 164 bnr. 123",
    "firm": {"firm_id": "f1", "name": "Fjell & Fjord Rør AS", "orgnr": "310529915"},
    "attention": "Kari Nordmann",
    "handled_by": "Siri Saksbehandler",
    "contact": {
        "code": "SØR",
        "name": "Sone sør",
        "email": "sone.sor@vann.example",
        "phone": "+4755567815",
    },
}
LETTERS: dict[LetterKind, dict[str, Any]] = {
    "receipt": {
        **_COMMON,
        "expected_by": datetime(2023, 4, 3, 22, 0, tzinfo=UTC),
        "summary": [[{"nb": "Dimensjon", "nn": "Dimensjon", "en": "Dimension"}, "32 mm PE"]],
    },
    "deficiency": {
        **_COMMON,
        "letter": 1,
        "severity": "minor",
        "due_at": datetime(2023, 4, 3, 22, 0, tzinfo=UTC),
        "items": [
            {"number": 1, "code": "missing_document", "text": "Situasjonsplan i 1:500"},
            {"number": 2, "code": "other", "text": "Avstand til fjernvarme"},
        ],
    },
    "decision": {
        **_COMMON,
        "signed_by": "Arne Godkjenner",
        "outcome": "approved_with_conditions",
        "conditions": ["Trykkprøving før grøften fylles.", "Innmåling som SOSI."],
        "text": "Kravene er oppfylt.\n\nKapasiteten er god.",
        "appeal_until": datetime(2023, 4, 3, 22, 0, tzinfo=UTC),
    },
    "statement": {
        **_COMMON,
        "signed_by": "Arne Godkjenner",
        "conditions": ["Overvann fordrøyes på egen grunn."],
        "text": "Det er kapasitet på nettet.",
    },
    "interim": {
        **_COMMON,
        "received_at": datetime(2023, 2, 13, 9, 30, tzinfo=UTC),
        "expected_by": datetime(2023, 4, 3, 22, 0, tzinfo=UTC),
    },
    "closing": {
        **_COMMON,
        "asked_at": datetime(2023, 1, 13, 9, 30, tzinfo=UTC),
        "due_at": datetime(2023, 2, 3, 23, 0, tzinfo=UTC),
        "reason": "Kartet kom ikke.\n\nVi har minnet om det.",
    },
}
"""One of each kind, as a job keeps it."""
