"""What the ledger keeps: over a restart, within bounds."""

from pathlib import Path

import pytest

from deploy.sandbox.journal import Journal
from deploy.sandbox.ledger import Ledger
from deploy.sandbox.message import Attachment, Call, Hook, Line, Mail, Message, Sms, read_record

from .outside import PERSON, PORTAL_NUMBER, Sandbox, until


def sms(id: str, to: str = PERSON) -> Sms:
    return Sms(id=id, to=to, sender="Vann", body=f"nr. {id}", status="queued")


@pytest.mark.parametrize(
    "message",
    [
        Sms(id="1", to=PERSON, sender="V", status="sent", body="x", callback=Hook(url="http://l/")),
        Call(id="2", to=PERSON, sender="V", status="x", lines=[Line(who="portal", text="Hei")]),
        Mail(
            id="3",
            to="a@b",
            sender="c@d",
            status="delivered",
            subject="s",
            body="b",
            attachments=[Attachment(name="f", size=1)],
        ),
    ],
)
def test_every_kind_of_message_survives_being_written_down(message: Message) -> None:
    assert read_record(message.record()) == message


def test_a_restart_keeps_messages_and_their_last_status(tmp_path: Path) -> None:
    before = Ledger(Journal(tmp_path))
    for id in "abc":
        before.add(sms(id))
    kept = before.get("b")
    assert kept is not None
    before.change(kept, status="delivered")
    before.close()
    with (tmp_path / "ledger.jsonl").open("a") as file:
        file.write('{"id":"a","sta')  # a crash in the middle of a line

    after = Ledger(Journal(tmp_path))

    assert [message.id for message in after.newest()] == ["c", "b", "a"]
    again = after.get("b")
    assert again is not None
    assert again.status == "delivered"
    after.close()


def test_the_oldest_gives_way_and_indexes_follow() -> None:
    ledger = Ledger(most=3)
    for number in range(5):
        ledger.add(sms(str(number), to=f"+479000000{number}"))
    assert [message.id for message in ledger.newest()] == ["4", "3", "2"]
    assert list(ledger.newest("+4790000000")) == []
    assert ledger.people() == ["+4790000004", "+4790000003", "+4790000002"]


def test_the_file_does_not_grow_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.sandbox.ledger.MOST_LINES", 20)
    ledger = Ledger(Journal(tmp_path), most=3)
    for number in range(100):
        ledger.add(sms(str(number)))
    assert len((tmp_path / "ledger.jsonl").read_text().splitlines()) <= 21
    ledger.close()


def test_a_text_on_its_way_is_delivered_after_a_restart(tmp_path: Path) -> None:
    ledger = Ledger(Journal(tmp_path))
    ledger.add(sms("SM1"))
    ledger.close()
    sandbox = Sandbox(folder=tmp_path)
    try:
        until(lambda: sandbox.messages(PERSON)[0]["status"] == "delivered")
        sandbox.client().messages.create(to=PERSON, from_=PORTAL_NUMBER, body="ny")
    finally:
        sandbox.close()
    again = Sandbox(folder=tmp_path)
    try:
        assert [message["body"] for message in again.messages()] == ["ny", "nr. SM1"]
    finally:
        again.close()
