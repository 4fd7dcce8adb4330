"""Firms for the registrar and their own people."""

from __future__ import annotations

from collections.abc import Sequence

from services.identity.catalogue.trades import named
from services.identity.contract.types.firms import (
    FirmEmails,
    FirmPerson,
    FirmRow,
    FirmView,
)
from services.identity.contract.types.registry import RegistryAnswer, SimilarFirm
from services.identity.model import Firm, FirmAtUtility, Person


def firm_emails(known: FirmAtUtility) -> FirmEmails:
    """A firm's addresses by purpose."""
    return FirmEmails(
        post=known.email_post, invoice=known.email_invoice, contact=known.email_contact
    )


def firm_row(firm: Firm, known: FirmAtUtility, registry: RegistryAnswer | None) -> FirmRow:
    """A firm in the registrar's queue."""
    return FirmRow.model_validate(_row(firm, known, registry))


def _row(firm: Firm, known: FirmAtUtility, registry: RegistryAnswer | None) -> dict[str, object]:
    return {
        "firm_id": firm.firm_id,
        "name": known.name,
        "orgnr": firm.orgnr,
        "municipality": known.municipality,
        "status": known.status,
        "professions": known.professions,
        "trades": named(known.professions),
        "waiting_since": known.asked_at if known.status == "waiting" else None,
        "registry": registry,
    }


def firm_view(
    firm: Firm,
    known: FirmAtUtility,
    registry: RegistryAnswer | None,
    people: Sequence[tuple[Person, list[str]]],
    similar: Sequence[SimilarFirm] = (),
) -> FirmView:
    """A firm with its contacts, and the people the reader may see."""
    return FirmView.model_validate(
        {
            **_row(firm, known, registry),
            "phone": known.phone,
            "emails": firm_emails(known),
            "people": [
                FirmPerson.model_validate(
                    {
                        "name": person.name,
                        "email": person.email,
                        "mobile": person.mobile or "",
                        "roles": roles,
                    }
                )
                for person, roles in people
            ],
            "reason": known.reason,
            "language": known.language,
            "main_orgnr": firm.main_orgnr,
            "merged_into": known.merged_into,
            "similar": similar,
        }
    )
