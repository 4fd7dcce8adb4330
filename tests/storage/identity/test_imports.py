"""What the system brings in, and that repeating it changes nothing."""

from __future__ import annotations

from services.chassis.db.transaction import begin
from services.identity.contract.errors import FirmNotFound, UnknownUtility, WeakPassword
from services.identity.contract.operations.firms import ImportFirm, ListFirms
from services.identity.contract.operations.people import ImportPerson
from services.identity.contract.operations.utilities import ConfigureUtility, ListUtilities
from services.identity.contract.types.utilities import UtilityView
from services.identity.store import people
from tests.storage.identity.desk import BERGEN, NORA, ORGNR, SYSTEM, TRAINING, Desk, new_firm


def test_utilities_are_listed_and_changed_and_told_when_new(desk: Desk) -> None:
    listed = desk.ask(ListUtilities()).items
    assert [(row.utility, row.training) for row in listed] == [(BERGEN, False), (TRAINING, True)]
    assert len(desk.told("utility_configured")) == 2
    desk.utilities()
    assert len(desk.told("utility_configured")) == 2
    view = UtilityView(utility=BERGEN, name="Bergen VA", short_name="BV", duty_phone="+4712345678")
    desk.ask(ConfigureUtility(view=view), SYSTEM)
    assert desk.told("utility_configured")[-1]["name"] == "Bergen VA"


def test_an_imported_firm_is_approved_once_and_its_changes_are_told(desk: Desk) -> None:
    firm_id = desk.firm()
    assert desk.firm() == firm_id
    [told] = desk.told("firm_approved")
    assert (told["firm_id"], told["revision"]) == (firm_id, 1)
    assert desk.told("firm_changed") == []
    desk.firm(firm={"name": "Muffe Krane og Sønner AS"})
    [changed] = desk.told("firm_changed")
    assert (changed["name"], changed["revision"]) == ("Muffe Krane og Sønner AS", 2)


def test_an_imported_firm_may_wait_and_be_let_in_by_a_later_import(desk: Desk) -> None:
    desk.firm(status="waiting")
    assert len(desk.told("firm_registered")) == 1
    desk.firm()
    assert len(desk.told("firm_approved")) == 1
    desk.firm(status="waiting")
    assert len(desk.told("firm_registered")) == 1
    assert [row.status for row in desk.ask(ListFirms(), desk.registrar()).items] == ["approved"]


def test_an_imported_person_keeps_what_they_set_themselves(desk: Desk) -> None:
    desk.firm()
    person_id = desk.person()
    assert desk.person(NORA.upper(), mobile="+4799900099") == person_id
    assert len(desk.told("person_changed")) == 1
    assert desk.told("person_changed")[0]["mobile"] == "+4799900001"
    desk.person(firm_roles=("reader",))
    newest = desk.told("person_changed")[-1]
    assert (newest["revision"], newest["firms"][0]["roles"]) == (2, ["reader"])


def test_staff_are_told_with_their_posts_by_utility(desk: Desk) -> None:
    desk.person("saks@vann.example", orgnr=None, staff_roles=("caseworker", "approver"))
    [told] = desk.told("person_changed")
    assert told["posts"] == [{"utility": BERGEN, "roles": ["approver", "caseworker"]}]
    assert (told["staff_of"], told["staff_roles"]) == ([BERGEN], ["approver", "caseworker"])


def test_a_person_without_a_password_cannot_log_in(desk: Desk) -> None:
    desk.firm()
    request = ImportPerson(utility=BERGEN, name="Ole Oppdiktet", email=NORA, firm_orgnr=ORGNR)
    desk.ask(request, SYSTEM)
    with begin(SYSTEM) as work:
        person = people.by_email(work.session, NORA)
        assert person is not None
        assert person.password is None


def test_what_an_import_refuses(desk: Desk) -> None:
    lost = ImportFirm(utility="atlantis", orgnr=ORGNR, firm=new_firm(), professions=["rorlegger"])
    assert isinstance(desk.refused(lost, SYSTEM), UnknownUtility)
    person = {"name": "Nora Nordvik", "email": NORA}
    nowhere = ImportPerson(utility="atlantis", **person)
    assert isinstance(desk.refused(nowhere, SYSTEM), UnknownUtility)
    homeless = ImportPerson(utility=BERGEN, firm_orgnr=ORGNR, **person)
    assert isinstance(desk.refused(homeless, SYSTEM), FirmNotFound)
    weak = ImportPerson(utility=BERGEN, password="Passord1234", **person)
    assert isinstance(desk.refused(weak, SYSTEM), WeakPassword)
