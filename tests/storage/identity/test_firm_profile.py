"""A firm keeps its profile right: addresses are proven, yearly looked through, marked when dead."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, InvalidRequest, NotForYou
from services.chassis.seal import unseal
from services.identity.contract.errors import (
    FirmKnown,
    FirmNotFound,
    LinkExpired,
    TooManySends,
    UnknownUtility,
)
from services.identity.contract.operations.firm_profile import (
    AskUtility,
    ConfirmFirm,
    GetFirmProfile,
    ListFirmStandings,
    ProveAddress,
    UpdateFirm,
)
from services.identity.contract.operations.firms import GetFirm, ListFirms, RejectFirm
from services.identity.contract.operations.sessions import ActFor
from services.identity.contract.types.firm_profile import NewEmails
from services.identity.reactions import on_address_bounced
from services.identity.sweeps import erase_due, remind_firms
from services.notify.contract.events import AddressBounced
from tests.storage.identity.desk import BERGEN, NORA, SYSTEM, TRAINING, Desk

YEAR = 366 * 24 * 3600
NEW = "ny@muffe.example"


@pytest.fixture
def firm_id(desk: Desk) -> str:
    found = desk.firm()
    desk.person()
    return found


@pytest.fixture
def nora(desk: Desk, firm_id: str) -> Actor:
    """The firm's administrator."""
    assert firm_id
    return desk.actor(desk.log_in())


def followed(desk: Desk, email: str) -> ProveAddress | ConfirmFirm:
    """The newest link sent to an address, as its page asks for it."""
    sent = [link for link in desk.told("firm_link_issued") if link["email"] == email][-1]
    token = unseal(sent["sealed_token"], desk.seal_key)
    asked = {k: v[0] for k, v in parse_qs(urlsplit(sent["path"]).query).items()}
    where = {"firm_id": asked["foretak"], "utility": asked["verk"], "token": token}
    if sent["purpose"] == "confirmation":
        return ConfirmFirm(**where)
    return ProveAddress.model_validate({**where, "purpose": asked["formal"]})


def test_every_change_is_told_and_a_new_address_is_used_when_it_is_proven(
    desk: Desk, firm_id: str, nora: Actor
) -> None:
    change = UpdateFirm(
        name="Muffe Nord AS",
        phone="55 56 78 16",
        professions=["rorlegger", "bronnborer"],
        language="nn",
        emails=NewEmails(post=NEW, contact="k@muffe.example"),
    )
    profile = desk.ask(change, nora)
    assert (profile.name, profile.phone) == ("Muffe Nord AS", "+4755567816")
    assert profile.emails.post == "post@muffe.example", "the old one until the new is proven"
    assert [(c.purpose, c.email) for c in profile.under_way] == [
        ("contact", "k@muffe.example"),
        ("post", NEW),
    ]
    [told] = desk.told("firm_changed")
    assert told["professions"] == ["bronnborer", "rorlegger"]
    assert (told["name"], told["language"]) == ("Muffe Nord AS", "nn")
    assert told["emails"]["post"] == "post@muffe.example"

    link = followed(desk, NEW)
    assert desk.ask(link).firm == "Muffe Nord AS"
    assert desk.told("firm_changed")[-1]["emails"]["post"] == NEW
    assert isinstance(desk.refused(link), LinkExpired), "it works once"
    now = desk.ask(GetFirmProfile(), nora)
    assert (now.emails.post, [c.purpose for c in now.under_way]) == (NEW, ["contact"])
    assert desk.ask(GetFirm(firm_id=firm_id), desk.registrar()).emails.post == NEW


def test_an_optional_address_goes_at_once_and_the_post_address_never(
    desk: Desk, nora: Actor
) -> None:
    desk.ask(UpdateFirm(emails=NewEmails(invoice="f@muffe.example")), nora)
    desk.ask(followed(desk, "f@muffe.example"))
    assert desk.ask(GetFirmProfile(), nora).emails.invoice == "f@muffe.example"
    gone = desk.ask(UpdateFirm(emails=NewEmails(invoice=None, post=None)), nora)
    assert (gone.emails.invoice, gone.emails.post) == (None, "post@muffe.example")


def test_a_link_is_for_one_address_of_one_firm_and_not_for_ever(desk: Desk, nora: Actor) -> None:
    desk.ask(UpdateFirm(emails=NewEmails(post=NEW)), nora)
    right = followed(desk, NEW)
    assert isinstance(right, ProveAddress)
    for wrong in (
        right.model_copy(update={"token": "x"}),
        right.model_copy(update={"purpose": "invoice"}),
    ):
        assert isinstance(desk.refused(wrong), LinkExpired)
    elsewhere = right.model_copy(update={"utility": TRAINING})
    assert isinstance(desk.refused(elsewhere), FirmNotFound)
    desk.later(61)
    desk.ask(UpdateFirm(emails=NewEmails(post="andre@muffe.example")), nora)
    assert isinstance(desk.refused(right), LinkExpired), "the newest request counts"
    desk.later(8 * 24 * 3600)
    assert isinstance(desk.refused(followed(desk, "andre@muffe.example")), LinkExpired)
    with begin(SYSTEM) as work:
        erase_due(work)
    assert desk.count("address_change") == 0


def test_only_its_administrator_changes_a_firm_and_only_to_what_there_is(
    desk: Desk, nora: Actor
) -> None:
    reader = nora.model_copy(update={"roles": frozenset({"reader"})})
    assert desk.ask(GetFirmProfile(), reader).people == []
    assert isinstance(desk.refused(UpdateFirm(name="Tatt AS"), reader), NotForYou)
    assert isinstance(desk.refused(UpdateFirm(professions=["trollmann"]), nora), InvalidRequest)
    nobody = nora.model_copy(update={"firm_id": ""})
    assert isinstance(desk.refused(GetFirmProfile(), nobody), FirmNotFound)
    assert desk.told("firm_changed") == []


def test_links_have_the_limits_of_all_mail(desk: Desk, nora: Actor) -> None:
    for _ in range(3):
        desk.ask(UpdateFirm(emails=NewEmails(post=NEW)), nora)
    stopped = desk.refused(UpdateFirm(name="Muffe Sør AS", emails=NewEmails(post=NEW)), nora)
    assert isinstance(stopped, TooManySends)
    assert desk.ask(GetFirmProfile(), nora).name == "Muffe og Kran AS", "nothing was half kept"


def test_once_a_year_the_firm_is_asked_and_one_click_answers(
    desk: Desk, firm_id: str, nora: Actor
) -> None:
    with begin(SYSTEM) as work:
        assert remind_firms(work) == 0
    desk.later(YEAR)
    with begin(SYSTEM) as work:
        assert remind_firms(work) == 1
    with begin(SYSTEM) as work:
        assert remind_firms(work) == 0, "once a month"
    link = followed(desk, "post@muffe.example")
    assert desk.ask(link).utility == BERGEN
    assert isinstance(desk.refused(link), LinkExpired)
    assert desk.recorded("firm_confirmed") == [{"firm_id": firm_id}]
    desk.later(31 * 24 * 3600)
    with begin(SYSTEM) as work:
        assert remind_firms(work) == 0, "good for a year"
    before = desk.ask(GetFirmProfile(), nora).confirmed_at
    desk.ask(UpdateFirm(), nora)
    after = desk.ask(GetFirmProfile(), nora).confirmed_at
    assert before is not None
    assert after is not None
    assert after > before, "looking through it inside is a confirmation too"
    assert desk.told("firm_changed") == [], "and changes nothing"


def test_a_dead_address_is_marked_where_it_is_used_until_another_is_proven(
    desk: Desk, nora: Actor
) -> None:
    bounced = AddressBounced(delivery_id="d", email="Post@muffe.example", at="2026-01-02T10:00Z")
    for utility in (TRAINING, BERGEN, BERGEN):
        with begin(Actor.system("identity", utility)) as work:
            on_address_bounced(bounced, work)
    [mark] = desk.ask(GetFirmProfile(), nora).undeliverable
    assert (mark.purpose, mark.email) == ("post", "Post@muffe.example")
    desk.ask(UpdateFirm(emails=NewEmails(post=NEW)), nora)
    assert len(desk.ask(GetFirmProfile(), nora).undeliverable) == 1
    desk.ask(followed(desk, NEW))
    assert desk.ask(GetFirmProfile(), nora).undeliverable == []


def test_a_firm_asks_one_more_utility_from_inside(desk: Desk, firm_id: str, nora: Actor) -> None:
    listed = desk.ask(ListFirmStandings(), nora).items
    assert [(s.utility, s.status) for s in listed] == [(BERGEN, "approved"), (TRAINING, None)]
    reader = nora.model_copy(update={"roles": frozenset({"applicant"})})
    assert isinstance(desk.refused(AskUtility(utility=TRAINING), reader), NotForYou)
    assert isinstance(desk.refused(AskUtility(utility="atlantis"), nora), UnknownUtility)
    assert isinstance(desk.refused(AskUtility(utility=BERGEN), nora), FirmKnown)

    asked = desk.ask(AskUtility(utility=TRAINING), nora).items
    assert [s.status for s in asked] == ["approved", "waiting"]
    [told] = desk.told("firm_registered")
    assert (told["firm_id"], told["name"]) == (firm_id, "Muffe og Kran AS")
    [row] = desk.ask(ListFirms(status="waiting"), desk.registrar(TRAINING)).items
    assert row.firm_id == firm_id
    assert isinstance(desk.refused(AskUtility(utility=TRAINING), nora), FirmKnown)

    session = desk.log_in()
    there = desk.actor(session)
    desk.ask(ActFor(firm_id=firm_id, utility=TRAINING), there)
    acting = desk.actor(session)
    assert (acting.utility, acting.firm_approved) == (TRAINING, False), "drafts, and waits"
    people = desk.ask(GetFirm(firm_id=firm_id), desk.registrar(TRAINING)).people
    assert [person.email for person in people] == [NORA]

    desk.ask(RejectFirm(firm_id=firm_id, reason="Ikke her"), desk.registrar(TRAINING))
    turned_down = desk.ask(ListFirmStandings(), nora).items[1]
    assert (turned_down.status, turned_down.reason) == ("rejected", "Ikke her")
    assert desk.ask(AskUtility(utility=TRAINING), nora).items[1].status == "waiting"
