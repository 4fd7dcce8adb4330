"""What notify keeps of one person, and the trail of news and emergencies."""

from __future__ import annotations

from services.chassis.messages import Actor
from services.notify.contract.operations import (
    ExportMine,
    ListDeeds,
    ListTrail,
    PublishNews,
    WriteNews,
)
from tests.storage.notify.desk import (
    CODE,
    NORA,
    NORAS_EMAIL,
    NORAS_MOBILE,
    OTHER_UTILITY,
    UTILITY,
    Desk,
    code_issued,
    staff,
)

AS_NORA = Actor(audience="contractor", user_id=NORA, name="Nora Muffe", utility=UTILITY)
SLUG = "nytt-lop"
EDITOR = staff("editor")


def publish(desk: Desk) -> None:
    """An editor writes a post and makes it public."""
    words = {"nb": "Nytt løp"}
    desk.ask(WriteNews(slug=SLUG, title=words, lead=words, body=words), EDITOR)
    desk.ask(PublishNews(slug=SLUG), EDITOR)


def test_a_person_takes_out_how_they_are_reached_and_what_was_sent(desk: Desk) -> None:
    desk.know_nora()
    desk.hear(code_issued())
    desk.deliver()
    entries = desk.ask(ExportMine(), AS_NORA).items
    assert [entry.what for entry in entries] == ["contact", "delivery"]
    assert entries[0].details["email"] == NORAS_EMAIL
    assert entries[1].details["recipient"] == NORAS_MOBILE
    assert entries[1].details["state"] == "sent"
    assert CODE not in repr(entries)
    assert desk.ask(ExportMine(), AS_NORA.model_copy(update={"user_id": "odd"})).items == []


def test_what_another_utility_sent_is_taken_out_there(desk: Desk) -> None:
    desk.know_nora()
    desk.hear(code_issued(), utility=OTHER_UTILITY)
    desk.deliver()
    there = AS_NORA.model_copy(update={"utility": OTHER_UTILITY})
    assert [entry.what for entry in desk.ask(ExportMine(), AS_NORA).items] == ["contact"]
    assert [entry.what for entry in desk.ask(ExportMine(), there).items] == ["contact", "delivery"]


def test_one_sees_what_one_did_and_takes_it_out(desk: Desk) -> None:
    publish(desk)
    found = desk.ask(ListDeeds(), EDITOR)
    assert [entry.tag for entry in found.items] == ["news_published.v1", "news_written"]
    assert {chain.name for chain in found.chains} == {SLUG}
    deeds = [e.details["tag"] for e in desk.ask(ExportMine(), EDITOR).items if e.what == "deed"]
    assert deeds == ["news_written", "news_published.v1"]
    assert desk.ask(ListDeeds(), AS_NORA).items == []


def test_the_trail_is_for_auditor_and_administrator_of_the_utility(desk: Desk) -> None:
    publish(desk)
    for role in ("auditor", "administrator"):
        found = desk.ask(ListTrail(), staff(role))
        assert [entry.tag for entry in found.items] == ["news_published.v1", "news_written"]
        assert [(chain.name, chain.state) for chain in found.chains] == [(SLUG, "whole")]
    assert desk.ask(ListTrail(), staff("auditor", utility=OTHER_UTILITY)).items == []
    assert desk.refused(ListTrail(), EDITOR) == "NotYourTask"
    assert desk.refused(ListTrail(), AS_NORA) == "NotYourTask"
