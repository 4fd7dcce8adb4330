"""A firm hears of its new keys, and of those that run out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services.identity.contract.events.api_keys import ApiKeyCreated, ApiKeyExpiring
from services.identity.contract.events.firms import FirmApproved
from services.identity.contract.types.firms import FirmEmails
from services.notify.outgoing.recipients import NotHeardOfYet
from tests.storage.notify.desk import Desk

ENDS = datetime(2027, 9, 17, 8, tzinfo=UTC)
POST = "post@muffe.example"


def approve(desk: Desk, language: str) -> None:
    """Identity has told of the firm."""
    desk.know_nora()
    desk.hear(
        FirmApproved.model_validate(
            {
                "firm_id": "muffe",
                "orgnr": "311153056",
                "name": "Muffe og Kran AS",
                "revision": 1,
                "emails": FirmEmails(post=POST),
                "professions": ["rorlegger"],
                "language": language,
                "note": "",
            }
        )
    )
    desk.deliver()
    desk.post.mails.clear()


def created() -> ApiKeyCreated:
    """Nora made a key."""
    return ApiKeyCreated(
        key_id="key-1",
        firm_id="muffe",
        name="Rørbok ERP",
        created_by="Nora Muffe",
        scopes=["cases:read"],
        expires_at=ENDS,
    )


def test_the_firm_is_told_of_a_new_key_and_who_made_it(desk: Desk) -> None:
    approve(desk, "nb")
    desk.hear(created())
    desk.deliver()
    ((to, mail),) = desk.post.mails
    assert (to, mail.subject) == (POST, "Ny API-nøkkel: Rørbok ERP")
    for words in (
        "Nora Muffe",
        "Eksempel vann og avløp",
        "17. september 2027",
        "/foretak/api-nokler",
    ):
        assert words in mail.text


def test_the_firm_is_warned_in_its_language_before_a_key_runs_out(desk: Desk) -> None:
    approve(desk, "nn")
    expiring = ApiKeyExpiring(key_id="key-1", firm_id="muffe", name="Rørbok ERP", expires_at=ENDS)
    desk.hear(expiring)
    desk.deliver()
    ((to, mail),) = desk.post.mails
    assert to == POST
    assert "Lag ein ny nøkkel" in mail.text


def test_a_firm_not_heard_of_yet_is_waited_for(desk: Desk) -> None:
    with pytest.raises(NotHeardOfYet):
        desk.hear(created())
