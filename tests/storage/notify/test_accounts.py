"""Owners hear at once of what happens to their accounts, at the address the event carries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from services.chassis import clock
from services.chassis.seal import seal
from services.identity.contract.events.factors import (
    DeviceSeen,
    FactorChanged,
    OwnerEvent,
    PasswordChanged,
    RecoveryCodeUsed,
)
from services.identity.contract.events.secrets import LinkIssued
from services.identity.contract.types.words import Language
from tests.storage.notify.desk import NORAS_EMAIL, NORAS_MOBILE, Desk, code_issued

SEEN_AT = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)


def happened(language: Language) -> list[tuple[OwnerEvent, str]]:
    owner = {"person_id": "nora", "email": NORAS_EMAIL, "language": language}
    key = FactorChanged.model_validate({**owner, "change": "passkey_added", "name": "Telefonen"})
    codes = FactorChanged.model_validate({**owner, "change": "recovery_codes_made"})
    used = RecoveryCodeUsed.model_validate({**owner, "left": 7, "portal": "contractor"})
    reset = PasswordChanged.model_validate({**owner, "how": "reset", "mobile": NORAS_MOBILE})
    seen = {"device": "Chrome, Windows", "portal": "contractor", "seen_at": SEEN_AT}
    device = DeviceSeen.model_validate({**owner, **seen})
    return [(key, "Telefonen"), (codes, ""), (used, "7"), (reset, ""), (device, "Chrome, Windows")]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_each_is_mailed_in_the_owners_language(desk: Desk, language: Language) -> None:
    for event, holding in happened(language):
        desk.hear(event)
        desk.deliver()
        to, mail = desk.post.mails[-1]
        assert to == NORAS_EMAIL
        assert holding in mail.text
        assert "{" not in mail.text
    assert len(desk.post.mails) == 5


def test_a_new_password_is_told_to_the_phone_too(desk: Desk) -> None:
    desk.hear(happened("nb")[3][0])
    desk.deliver()
    ((to, words),) = desk.telephone.texts
    assert to == NORAS_MOBILE
    assert words.startswith("Passordet på brukeren din")


@pytest.mark.parametrize("purpose", ["step_up", "mobile"])
def test_codes_of_each_purpose_have_words_of_their_own(desk: Desk, purpose: str) -> None:
    desk.hear(code_issued().model_copy(update={"purpose": purpose}))
    desk.deliver()
    assert len(desk.telephone.texts) == 1
    assert desk.delivery().message == f"{purpose}_code"


def test_a_link_for_a_new_password(desk: Desk) -> None:
    issued = LinkIssued(
        person_id="nora",
        purpose="password_reset",
        portal="operator",
        email=NORAS_EMAIL,
        path="/nytt-passord?kode={token}",
        sealed_token=seal("xxTOKENxxTOKENxx"),
        expires_at=clock.now() + timedelta(minutes=30),
        language="nb",
    )
    desk.hear(issued)
    desk.deliver()
    ((_, mail),) = desk.post.mails
    assert "/nytt-passord?kode=xxTOKENxxTOKENxx" in mail.text
    assert "operator." in mail.text
