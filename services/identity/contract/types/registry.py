"""What Enhetsregisteret says, and firms that look alike."""

from __future__ import annotations

from typing import Literal

from services.chassis.messages import Message
from services.identity.contract.types.words import FirmStatus, Language

Likeness = Literal["name", "address", "main_unit"]


class RegistryAnswer(Message):
    """Enhetsregisteret on an organisation number; a main unit's warnings count for its branch."""

    source: Literal["enhetsregisteret", "unavailable"]
    found: bool = False
    orgnr: str = ""
    name: str = ""
    address: str = ""
    municipality: str = ""
    language: Language = "nb"
    main_orgnr: str = ""
    """The main unit (hovedenhet) when this is a sub-unit (underenhet)."""
    main_name: str = ""
    warnings: list[
        Literal["unknown", "deleted", "bankrupt", "winding_up", "not_in_foretaksregisteret"]
    ] = []


class SimilarFirm(Message):
    """Another firm of the utility that may be the same, and what they share."""

    firm_id: str
    name: str
    orgnr: str
    municipality: str
    status: FirmStatus
    alike: list[Likeness]
