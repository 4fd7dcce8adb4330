"""Whom one turns to: shown by purpose, set by the editor, and the duty centre always there."""

from __future__ import annotations

from typing import Any

import pytest

from services.chassis.messages import Actor
from services.identity.contract.events.utilities import UtilityConfigured
from services.notify.contract.operations import (
    ConfigureContact,
    ListContacts,
    RemoveContact,
    SetContact,
)
from services.notify.contract.types import ContactPoint, NewContactPoint
from tests.storage.notify.desk import OTHER_UTILITY, UTILITY, Desk, staff

EDITOR, DUTY = staff("editor"), staff("duty_officer")
PUBLIC = ListContacts(utility=UTILITY)


def configured(desk: Desk, purpose: str, name: str = "Fra fila", **said: Any) -> None:
    """As a site's file says."""
    facts = {"purpose": purpose, "name": name, "phone": "+4755567815", **said}
    point = NewContactPoint.model_validate(facts)
    desk.ask(ConfigureContact(utility=UTILITY, contact=point), Actor.system("seed"))


def point(purpose: str = "project", **said: Any) -> SetContact:
    """What an editor writes."""
    facts = {"name": "Kari Kontakt", "phone": "55 50 00 21", **said}
    return SetContact.model_validate({"purpose": purpose, **facts})


def shown(desk: Desk, purpose: str) -> ContactPoint | None:
    """What anybody reads."""
    found = desk.ask(PUBLIC).items
    return next((each for each in found if each.purpose == purpose), None)


def test_they_are_shown_in_the_order_of_their_purposes_at_their_utility_alone(desk: Desk) -> None:
    for purpose in ("invoice", "project", "case_help", "portal_help"):
        configured(desk, purpose)
    configured(desk, "emergency")
    purposes = [each.purpose for each in desk.ask(PUBLIC).items]
    assert purposes == ["emergency", "portal_help", "case_help", "invoice", "project"]
    assert desk.ask(ListContacts(utility=OTHER_UTILITY)).items == []


def test_an_editor_sets_one_and_everybody_reads_it_at_once(desk: Desk) -> None:
    configured(desk, "project", "Prosjektet")
    answer = desk.ask(point(email="kari@vann.example", hours="08-15"), EDITOR)
    assert (answer.name, answer.phone) == ("Kari Kontakt", "+4755500021")
    assert shown(desk, "project") == answer
    assert answer.changed_at is not None
    assert desk.emitted("contact_point_changed") == [
        {
            "utility_id": UTILITY,
            "purpose": "project",
            "name": "Kari Kontakt",
            "phone": "+4755500021",
            "email": "kari@vann.example",
            "hours": "08-15",
            "removed": False,
        }
    ]
    assert desk.ask(ListContacts(utility=OTHER_UTILITY)).items == []


def test_a_file_read_again_overrules_nothing_that_was_set_or_taken_away(desk: Desk) -> None:
    configured(desk, "project")
    configured(desk, "invoice")
    configured(desk, "case_help", "Saker")
    desk.ask(point(), EDITOR)
    desk.ask(RemoveContact(purpose="invoice"), EDITOR)
    for purpose in ("project", "invoice"):
        configured(desk, purpose, "Fra fila igjen")
    configured(desk, "case_help", "Saker igjen")
    names = {each.purpose: each.name for each in desk.ask(PUBLIC).items}
    assert (names["project"], names["case_help"]) == ("Kari Kontakt", "Saker igjen")
    assert "invoice" not in names
    desk.ask(point("invoice"), EDITOR)
    assert shown(desk, "invoice") is not None


def test_one_that_is_not_there_cannot_be_taken_away(desk: Desk) -> None:
    configured(desk, "invoice")
    neighbour = staff("editor", utility=OTHER_UTILITY)
    assert desk.refused(RemoveContact(purpose="invoice"), neighbour) == "ContactNotFound"
    desk.ask(RemoveContact(purpose="invoice"), EDITOR)
    assert desk.refused(RemoveContact(purpose="invoice"), EDITOR) == "ContactNotFound"
    assert [told["removed"] for told in desk.emitted("contact_point_changed")] == [True]


def test_nobody_is_sent_to_somebody_who_cannot_be_reached(desk: Desk) -> None:
    assert desk.refused(point(phone=""), EDITOR) == "ContactUnreachable"
    assert shown(desk, "project") is None
    desk.ask(point(phone="", email="kari@vann.example"), EDITOR)
    assert shown(desk, "project") is not None


def test_the_duty_centre_stands_there_though_nobody_has_set_it(desk: Desk) -> None:
    number = "+4712345699"
    desk.hear(
        UtilityConfigured(
            utility_id=UTILITY, name="Eksempel", short_name="E", duty_phone=number, training=False
        )
    )
    assert shown(desk, "emergency") == ContactPoint(
        purpose="emergency", name="Eksempel", phone=number
    )
    configured(desk, "emergency", "Vaktsentralen", phone="+4755500099")
    found = shown(desk, "emergency")
    assert found is not None
    assert (found.name, found.phone) == ("Vaktsentralen", number), "one number, not two"


def test_its_number_can_be_changed_but_never_taken_away(desk: Desk) -> None:
    for actor in (DUTY, staff("administrator")):
        assert desk.refused(point("emergency", phone=""), actor) == "EmergencyNumberStays"
        assert desk.refused(point("emergency", phone="", email="v@vann.example"), actor) == (
            "EmergencyNumberStays"
        )
    for actor in (EDITOR, staff("administrator")):
        assert desk.refused(RemoveContact(purpose="emergency"), actor) == "EmergencyNumberStays"
    desk.ask(point("emergency", phone="110"), DUTY)
    found = shown(desk, "emergency")
    assert found is not None
    assert found.phone == "110"


@pytest.mark.parametrize("role", ["editor", "caseworker", "auditor", "firm_registrar"])
def test_who_is_rung_in_an_emergency_is_the_duty_centres_word(desk: Desk, role: str) -> None:
    assert desk.refused(point("emergency"), staff(role)) == "NotYourTask"


@pytest.mark.parametrize("role", ["duty_officer", "caseworker", "auditor"])
def test_the_rest_is_the_editors(desk: Desk, role: str) -> None:
    assert desk.refused(point(), staff(role)) == "NotYourTask"
    assert desk.refused(RemoveContact(purpose="project"), staff(role)) == "NotYourTask"
    firm = Actor(audience="contractor", utility=UTILITY, roles=frozenset({"editor"}))
    assert desk.refused(point(), firm) == "NotYourTask"
