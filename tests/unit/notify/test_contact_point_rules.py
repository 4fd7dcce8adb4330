"""What a contact point may hold."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from services.notify.contract.errors import ContactUnreachable, EmergencyNumberStays
from services.notify.contract.types import NewContactPoint
from services.notify.domain.contact_point import ensure_reachable, ensure_removable, those_who_may


def point(purpose: str = "project", **said: str) -> NewContactPoint:
    return NewContactPoint.model_validate({"purpose": purpose, "name": "Kari", **said})


@pytest.mark.parametrize(
    ("field", "wrong", "code"),
    [
        ("phone", "ring meg", "phone_invalid"),
        ("phone", "5550002", "phone_invalid"),
        ("phone", "555000211", "phone_invalid"),
        ("email", "kari.vann.example", "string_pattern_mismatch"),
        ("name", "K", "string_too_short"),
        ("name", "K" * 121, "string_too_long"),
        ("name", "Kari 01819000049", "national_id"),
        ("hours", "8" * 101, "string_too_long"),
        ("purpose", "zone", "literal_error"),
    ],
)
def test_what_nobody_could_use_is_refused_by_field(field: str, wrong: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        NewContactPoint.model_validate({"purpose": "project", "name": "Kari", field: wrong})
    assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [((field,), code)]


def test_one_is_reached_by_telephone_or_e_mail() -> None:
    ensure_reachable(point(phone="55500021"))
    ensure_reachable(point(email="kari@vann.example"))
    with pytest.raises(ContactUnreachable):
        ensure_reachable(point(hours="08-15"))


def test_the_duty_centre_is_reached_by_telephone_and_stays() -> None:
    ensure_reachable(point("emergency", phone="110"))
    with pytest.raises(EmergencyNumberStays):
        ensure_reachable(point("emergency", email="vakt@vann.example"))
    with pytest.raises(EmergencyNumberStays):
        ensure_removable("emergency")
    ensure_removable("project")


def test_who_answers_for_which() -> None:
    assert "editor" not in those_who_may("emergency")
    assert "duty_officer" not in those_who_may("portal_help")
    assert all("administrator" in those_who_may(each) for each in ("emergency", "portal_help"))
