"""Whom one turns to, over HTTP: set by the editor, read by anybody; one number for emergencies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from services.chassis.ids import new_id
from tests.journeys.conftest import ENTER
from tests.journeys.visitor import Visitor
from tests.support.waiting import until

pytestmark = pytest.mark.system
Staff = Callable[[str], Visitor]


def test_an_editor_sets_a_contact_point_and_anybody_reads_it(
    enter: ENTER, staff: Staff, firm_admin: Visitor
) -> None:
    editor, stranger = staff("editor"), enter()
    name = f"Fakturahjelp {new_id()[-6:]}"
    address = "/operator/contacts/invoice"

    def listed() -> list[str]:
        return [point["name"] for point in stranger.get("/contacts")["items"]]

    for wrong in ({"name": name, "phone": "ring"}, {"name": name, "email": "x"}, {"phone": "110"}):
        assert editor.refused("PUT", address, json=wrong) == (422, "InvalidRequest")
    assert editor.refused("PUT", address, json={"name": name}) == (422, "ContactUnreachable")
    assert editor.refused(
        "PUT", "/operator/contacts/kaffe", json={"name": name, "phone": "110"}
    ) == (
        422,
        "InvalidRequest",
    )
    assert name not in listed()
    kept = editor.did("PUT", address, json={"name": name, "phone": "55 50 00 27"})
    assert kept["phone"] == "+4755500027"
    assert name in listed()
    for other in (firm_admin, staff("caseworker")):
        status, _ = other.refused("PUT", address, json={"name": "Kaprer", "phone": "110"})
        assert status in (403, 404)
    editor.did("DELETE", address)
    assert name not in listed()
    assert editor.refused("DELETE", address) == (404, "ContactNotFound")
    assert editor.refused("DELETE", "/operator/contacts/emergency") == (
        409,
        "EmergencyNumberStays",
    )


def test_the_duty_centre_gets_another_number_everywhere(enter: ENTER, staff: Staff) -> None:
    stranger, duty = enter(), staff("duty")
    address = "/operator/contacts/emergency"

    def number() -> str:
        return next(
            str(each["duty_phone"])
            for each in stranger.get("/utilities")["items"]
            if each["utility"] == "fjordby"
        )

    before = number()
    said = {"name": "Vaktsentralen", "hours": "hele døgnet"}
    wanted = {**said, "phone": "55 50 00 98"}
    assert staff("editor").refused("PUT", address, json=wanted) == (403, "NotYourTask")
    try:
        duty.did("PUT", address, json=wanted)
        until(lambda: number() == "+4755500098", what="the utility's own number to follow")
    finally:
        duty.did("PUT", address, json={**said, "phone": before})
    until(lambda: number() == before, what="the number to be back")
