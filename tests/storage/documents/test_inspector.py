"""The inspector takes files out of quarantine, whatever happens to it on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select, update

from services.chassis.db.transaction import begin
from services.chassis.objects import ObjectStore, content_key
from services.documents.inspection import STEPS
from services.documents.inspector import inspect_files, quarantine
from services.documents.inspector.inspect_files import inspect_next_file
from services.documents.inspector.waiting import count_waiting, ensure_database
from services.documents.model import Document, Upload
from services.documents.settings import documents_settings
from services.documents.store import uploads
from services.documents.sweeps import clear_staging
from tests.storage.documents.stories import (
    SYSTEM,
    announce,
    complete,
    created,
    hear,
    journal,
    later,
    send,
    sha256,
    told,
    uploaded,
)
from tests.support.inputs import exe_named_pdf, oversized
from tests.unit.documents.samples import TYPE_CONFUSION

PAPER = oversized(9 * 1024 * 1024)
SMALL = oversized(2048)


class Killed(BaseException):
    """The process is gone: nothing after this point runs."""


@pytest.fixture(autouse=True)
def draft(store: ObjectStore) -> Iterator[None]:
    """A case that takes files."""
    hear(created())
    yield
    assert not documents_settings().staging_dir.exists() or not any(
        documents_settings().staging_dir.iterdir()
    )


def parts_left(store: ObjectStore) -> int:
    with begin(SYSTEM) as work:
        found = list(work.session.scalars(select(Upload)))
        return sum(store.head(key) is not None for up in found for key in uploads.part_keys(up))


def due_again() -> None:
    with begin(SYSTEM) as work:
        work.session.execute(update(Document).values(leased_until=work.now))


def attempts() -> int:
    with begin(SYSTEM) as work:
        return work.session.scalars(select(Document.attempts)).one()


def test_a_good_file_is_accepted_and_lies_under_its_hash(store: ObjectStore) -> None:
    uploaded(store, PAPER)

    assert (inspect_next_file(), inspect_next_file()) == (1, 0)
    (document,) = journal()
    assert (document.state, document.media_type) == ("accepted", "application/pdf")
    assert document.sha256 == sha256(PAPER)
    assert b"".join(store.get(content_key(sha256(PAPER)))) == PAPER
    assert told() == ["document_uploaded.v1", "document_accepted.v1"]


@pytest.mark.parametrize("case", list(TYPE_CONFUSION)[:4])
def test_a_pretender_is_rejected_with_the_reason(store: ObjectStore, case: str) -> None:
    filename, content, reason = TYPE_CONFUSION[case]
    uploaded(store, content, filename)
    inspect_next_file()

    (document,) = journal()
    assert (document.state, document.reason) == ("rejected", reason)
    assert store.head(content_key(sha256(content))) is None
    assert told()[-1] == "document_rejected.v1"


def test_another_checksum_than_promised_is_rejected(store: ObjectStore) -> None:
    upload = announce(SMALL)
    send(store, upload, SMALL)
    complete(upload, sha256=sha256(b"noe annet"))
    inspect_next_file()

    assert journal()[0].reason == "checksum"


def test_a_rejected_files_bytes_are_removed_and_its_row_stays(store: ObjectStore) -> None:
    uploaded(store, exe_named_pdf())
    with begin(SYSTEM) as work:
        assert clear_staging(work) == 0, "a file in quarantine keeps its parts"
    inspect_next_file()
    with begin(SYSTEM) as work:
        assert clear_staging(work) == 1
    with begin(SYSTEM) as work:
        assert clear_staging(work) == 0

    assert parts_left(store) == 0
    assert journal()[0].state == "rejected"


def test_an_unclaimed_upload_is_cleared_when_it_has_expired(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(store, announce(SMALL), SMALL)
    for hours, left in ((24.5, 1), (25.1, 0)):
        moment = later(hours=hours)
        monkeypatch.setattr("services.chassis.clock.now", lambda at=moment: at)
        with begin(SYSTEM) as work:
            clear_staging(work)
        monkeypatch.undo()
        assert parts_left(store) == left


@pytest.mark.parametrize("where", ["inspect", "accept", "put"])
def test_killed_anywhere_it_is_inspected_again(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def die(*_: object) -> None:
        raise Killed

    uploaded(store, SMALL)
    with monkeypatch.context() as patched:
        if where == "inspect":
            patched.setattr(inspect_files, "inspect", die)
        elif where == "accept":
            patched.setattr(quarantine, "accept", die)
        else:
            patched.setattr(type(store), "put", die)
        with pytest.raises(Killed):
            inspect_next_file()
    assert journal()[0].state == "quarantined"
    assert inspect_next_file() == 0, "the dead one's lease still runs"

    due_again()
    assert inspect_next_file() == 1
    assert journal()[0].state == "accepted"
    assert told() == ["document_uploaded.v1", "document_accepted.v1"]


def test_a_file_that_ends_every_inspector_is_given_up_after_five(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise Killed

    uploaded(store, SMALL)
    monkeypatch.setattr(inspect_files, "inspect", die)
    for _ in range(quarantine.MOST_ATTEMPTS):
        due_again()
        with pytest.raises(Killed):
            inspect_next_file()
    due_again()

    assert inspect_next_file() == 1
    assert (journal()[0].state, journal()[0].reason) == ("rejected", "unreadable")


def test_a_step_that_breaks_counts_against_the_file(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RecursionError

    uploaded(store, SMALL)
    monkeypatch.setitem(STEPS, "pdf", broken)
    inspect_next_file()

    assert journal()[0].state == "quarantined"
    assert attempts() == 1


def test_a_store_that_is_away_does_not_count_against_the_file(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise ConnectionError

    uploaded(store, SMALL)
    for _ in range(quarantine.MOST_ATTEMPTS + 2):
        with monkeypatch.context() as patched:
            patched.setattr(type(store), "get", away)
            due_again()
            inspect_next_file()
    assert attempts() == 0

    due_again()
    inspect_next_file()
    assert journal()[0].state == "accepted"


def test_lost_parts_end_as_unreadable(store: ObjectStore) -> None:
    document = uploaded(store, SMALL)
    with begin(SYSTEM) as work:
        upload = work.session.scalars(
            select(Upload).where(Upload.document_id == document.document_id)
        ).one()
        for key in uploads.part_keys(upload):
            store.delete(key)
    for _ in range(quarantine.MOST_ATTEMPTS + 1):
        due_again()
        inspect_next_file()

    assert journal()[0].reason == "unreadable"


def test_two_inspectors_of_one_file_give_one_verdict(store: ObjectStore) -> None:
    uploaded(store, SMALL)
    slow = quarantine.claim_next()
    due_again()
    assert slow is not None
    inspect_next_file()

    assert quarantine.accept(slow, slow.sha256 or "") is False
    assert quarantine.reject(slow, "unreadable") is False
    quarantine.give_back(slow, counted=False)
    assert journal()[0].state == "accepted"
    assert told() == ["document_uploaded.v1", "document_accepted.v1"]


def test_the_same_file_twice_is_kept_once(store: ObjectStore) -> None:
    uploaded(store, SMALL)
    uploaded(store, SMALL, "kopi.pdf")
    inspect_next_file()
    inspect_next_file()

    assert [d.state for d in journal()] == ["accepted", "accepted"]
    assert b"".join(store.get(content_key(sha256(SMALL)))) == SMALL


def test_it_tells_how_much_waits(store: ObjectStore) -> None:
    from prometheus_client import REGISTRY

    uploaded(store, SMALL)
    ensure_database()
    count_waiting()

    assert REGISTRY.get_sample_value("documents_in_quarantine") == 1
