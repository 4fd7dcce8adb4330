"""A document is kept from firms on a ground in law, and shown again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import ColumnElement, func, select, true

from services.chassis import clock
from services.chassis.db.audit import breaks
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, InvalidRequest, NotForYou
from services.chassis.norway import end_of_day
from services.chassis.objects import ObjectStore
from services.documents import operations, sweeps
from services.documents.contract.errors import (
    DocumentNotFound,
    NotAccepted,
    NotShielded,
    UploadNotFound,
)
from services.documents.contract.operations import (
    CompleteUpload,
    GetUpload,
    LiftShielding,
    ListLegalBases,
    ShieldDocument,
    StartFirmUpload,
    StartUpload,
)
from services.documents.contract.types import Entry, Shield
from services.documents.inspector.inspect_files import inspect_next_file
from services.documents.inspector.write_letters import write_next_letter
from services.documents.model import Shielding
from services.documents.store import uploads
from tests.storage.documents.entries import (
    ARCHIVIST,
    BASIS,
    at_once,
    entered,
    lift,
    sent,
    shield,
)
from tests.storage.documents.stories import (
    CASE,
    KARI,
    OTHER_UTILITY,
    SIRI,
    SYSTEM,
    announce,
    ask,
    complete,
    created,
    hear,
    information_requested,
    journal,
    received,
    send,
    submitted,
    told,
    trail,
    uploaded,
)
from tests.storage.documents.test_letters import utility
from tests.support.inputs import exe_named_pdf, oversized


@pytest.fixture(autouse=True)
def opened_case(request: pytest.FixtureRequest, store: ObjectStore) -> None:
    """A case in the utility's journal; of one about its letters only what was sent in."""
    hear(created(), submitted())
    if "case_sent_in" not in request.fixturenames:
        hear(received())


@pytest.fixture
def case_sent_in(store: ObjectStore) -> str:
    """A file of the firm's, before the case is received."""
    return sent(store, "tørr grøft æøå.pdf")


def seen(actor: Actor = KARI) -> list[str]:
    return [document.document_id for document in journal(actor)]


@pytest.mark.parametrize("actor", [SIRI, ARCHIVIST])
def test_it_is_gone_for_the_firm_and_there_again_when_lifted(
    store: ObjectStore, actor: Actor
) -> None:
    own, theirs = sent(store), entered(store, "U").document_id
    assert seen() == [own, theirs]
    for document_id in (own, theirs):
        shield(document_id, actor)
    assert seen() == []
    assert seen(SIRI) == [own, theirs]
    for document_id in (own, theirs):
        lift(document_id, actor)
    assert seen() == [own, theirs]


def test_staff_read_on_what_ground_by_whom_and_until_when(store: ObjectStore) -> None:
    last = clock.today() + timedelta(days=30)
    document_id = sent(store)
    shield(document_id, ends_on=last)
    [document] = journal(SIRI)
    held = document.shielding
    assert held is not None
    assert (held.basis, held.restriction, held.shielded_by) == (BASIS, "UO", "Siri Saksbehandler")
    assert (held.reason, held.ends_on) == ("Gjelder naboens helse.", last)
    assert held.ends_at == end_of_day(last)


def test_both_are_in_the_trail_with_who_when_and_why(store: ObjectStore) -> None:
    document_id = sent(store)
    shield(document_id)
    lift(document_id, ARCHIVIST)
    [shielded], [lifted] = trail("document_shielded.v1"), trail("shielding_lifted.v1")
    assert shielded.actor["user_id"] == "siri"
    assert (shielded.facts["reason"], shielded.facts["basis"]) == ("Gjelder naboens helse.", BASIS)
    assert lifted.actor["user_id"] == "aud"
    assert lifted.facts["reason"] == "Naboen samtykker."
    assert {shielded.chain, lifted.chain} == {f"case:{CASE}"}
    with begin(SYSTEM) as work:
        assert breaks(work.session, f"case:{CASE}") == []


def test_the_firms_own_upload_names_it_no_more(store: ObjectStore) -> None:
    content = oversized(2048)
    upload = announce(content)
    send(store, upload, content)
    document = complete(upload)
    inspect_next_file()
    assert complete(upload).document_id == document.document_id
    shield(document.document_id)
    for look in (GetUpload(upload_id=upload.upload_id), CompleteUpload(upload_id=upload.upload_id)):
        with pytest.raises(UploadNotFound):
            ask(getattr(operations, look.operation()), look, KARI)
    lift(document.document_id)
    assert complete(upload).document_id == document.document_id


def test_without_the_rule_the_upload_gives_it_away(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = oversized(2048)
    upload = announce(content)
    send(store, upload, content)
    document = complete(upload)
    inspect_next_file()
    shield(document.document_id)

    def open_door() -> ColumnElement[bool]:
        return true()

    monkeypatch.setattr(uploads, "shown_to_firms", open_door)
    assert complete(upload).filename == "plan.pdf"


def sweep_at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> int:
    """One round of the clock at that instant."""
    with monkeypatch.context() as patched:
        patched.setattr("services.chassis.clock.now", lambda: moment)
        with begin(Actor.system("documents")) as work:
            return sweeps.lift_ended_shieldings(work)


def test_the_midnight_after_the_last_day_shows_it_again(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = clock.today() + timedelta(days=10)
    document_id, for_ever = sent(store), sent(store)
    shield(document_id, ends_on=last)
    shield(for_ever)
    midnight = end_of_day(last)
    assert sweep_at(midnight - timedelta(seconds=1), monkeypatch) == 0
    assert seen() == []
    assert sweep_at(midnight, monkeypatch) == 1
    assert seen() == [document_id]
    [lifted] = trail("shielding_lifted.v1")
    assert (lifted.actor["audience"], lifted.facts["why"]) == ("system", "ended")
    assert lifted.utility == SIRI.utility
    assert sweep_at(midnight + timedelta(days=400), monkeypatch) == 0


def test_shielding_anew_changes_ground_and_end_and_keeps_what_was(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    document_id = sent(store)
    shield(document_id, ends_on=clock.today())
    again = ShieldDocument(document_id=document_id, basis="SIKRING", reason="Også sikring.")
    view = ask(operations.shield_document, again, ARCHIVIST)
    assert view.shielding is not None
    assert (view.shielding.basis, view.shielding.ends_on) == ("SIKRING", None)
    assert sweep_at(clock.now() + timedelta(days=5), monkeypatch) == 0
    with begin(SYSTEM) as work:
        assert work.session.scalar(select(func.count()).select_from(Shielding)) == 2
    assert told().count("document_shielded.v1") == 1, "its firms lost it once"
    assert [entry.facts["basis"] for entry in trail("journal_kept.v1")] == ["SIKRING"]


def test_shielded_from_the_start_it_is_news_first_when_it_is_shown(store: ObjectStore) -> None:
    document_id = entered(store, "U", shield=at_once()).document_id
    assert seen() == []
    assert "document_published.v1" not in told()
    lift(document_id)
    assert seen() == [document_id]
    assert told()[-2:] == ["shielding_lifted.v1", "document_published.v1"]
    shield(document_id)
    lift(document_id)
    assert told().count("document_published.v1") == 1


def test_an_internal_document_stays_internal_when_its_shield_is_lifted(store: ObjectStore) -> None:
    document_id = entered(store, "X").document_id
    shield(document_id)
    lift(document_id)
    assert seen() == []
    assert {*told()} == {"journal_kept.v1"}


@pytest.mark.parametrize("role", ["zone_operator", "auditor", "administrator", "duty_officer"])
def test_who_has_another_errand_shields_nothing(store: ObjectStore, role: str) -> None:
    document_id = sent(store)
    actor = SIRI.model_copy(update={"roles": frozenset({role})})
    with pytest.raises(NotForYou):
        shield(document_id, actor)
    shield(document_id)
    with pytest.raises(NotForYou):
        lift(document_id, actor)
    entry = Entry(journal_type="U", title="Notat", shield=at_once())
    asked = StartUpload(case_id=CASE, filename="a.pdf", size=10, kind="ANNET", entry=entry)
    with pytest.raises(NotForYou):
        ask(operations.start_upload, asked, actor)


@pytest.mark.parametrize("actor", [KARI, OTHER_UTILITY])
def test_to_others_there_is_nothing_to_shield(store: ObjectStore, actor: Actor) -> None:
    document_id = sent(store)
    if actor is OTHER_UTILITY:
        with pytest.raises(DocumentNotFound):
            shield(document_id, actor)
    else:
        with pytest.raises(NotForYou):
            shield(document_id, actor)
    shield(document_id)
    with pytest.raises(DocumentNotFound):
        lift(document_id, actor)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"basis": "FORDI"}, "basis"),
        ({"ends_on": date(2020, 1, 1)}, "ends_on"),
    ],
)
def test_a_ground_off_the_list_or_a_day_that_has_passed_changes_nothing(
    store: ObjectStore, said: dict[str, Any], field: str
) -> None:
    document_id = sent(store)
    values = {"basis": BASIS, "reason": "Gjelder naboens helse.", **said}
    with pytest.raises(InvalidRequest) as refused:
        ask(operations.shield_document, ShieldDocument(document_id=document_id, **values), SIRI)
    assert [error.field for error in refused.value.errors] == [field]
    entry = Entry(journal_type="U", title="Notat", shield=Shield(**values))
    asked = StartUpload(case_id=CASE, filename="a.pdf", size=10, kind="ANNET", entry=entry)
    with pytest.raises(InvalidRequest) as refused:
        ask(operations.start_upload, asked, SIRI)
    assert [error.field for error in refused.value.errors] == [f"entry.shield.{field}"]
    assert seen() == [document_id]


@pytest.mark.parametrize("inspected", [False, True])
def test_only_what_has_passed_inspection_is_shielded_and_lifted(
    store: ObjectStore, inspected: bool
) -> None:
    entry = Entry(journal_type="U", title="Notat", shield=at_once())
    document = uploaded(store, exe_named_pdf(), actor=SIRI, entry=entry)
    if inspected:
        inspect_next_file()
    for move in (shield, lift):
        with pytest.raises(NotAccepted):
            move(document.document_id)


def receipt_naming(filename: str) -> str:
    """The receipt of the case, which lists what was sent in."""
    label = {"nb": "Vedlegg", "nn": "Vedlegg", "en": "Attachment"}
    hear(utility(), received().model_copy(update={"summary": [(label, f"{filename}, annet.pdf")]}))
    assert write_next_letter() == 1
    [letter] = [each for each in journal(SIRI) if each.letter == "receipt"]
    return letter.document_id


def test_letters_that_name_the_file_are_kept_from_firms_with_it(case_sent_in: str) -> None:
    letter_id = receipt_naming("tørr grøft æøå.pdf")
    assert seen() == [case_sent_in, letter_id]
    shield(case_sent_in)
    assert seen() == []
    assert told().count("document_shielded.v1") == 2
    lift(case_sent_in)
    assert seen() == [case_sent_in], "the letter is shown again by itself"
    lift(letter_id)
    assert seen() == [case_sent_in, letter_id]


def test_letters_stay_that_name_another_or_are_to_stay(case_sent_in: str) -> None:
    letter_id = receipt_naming("kart.pdf")
    shield(case_sent_in)
    assert seen() == [letter_id]
    lift(case_sent_in)
    named = receipt_naming_again("tørr grøft æøå.pdf")
    said = {"basis": BASIS, "reason": "Gjelder naboens helse.", "with_letters": False}
    ask(operations.shield_document, ShieldDocument(document_id=case_sent_in, **said), SIRI)
    assert seen() == [letter_id, named]


def receipt_naming_again(filename: str) -> str:
    """Another letter of the case, that names the file."""
    hear(information_requested(f"Hva viser {filename}?"))
    assert write_next_letter() == 1
    [letter] = [each for each in journal(SIRI) if each.letter == "deficiency"]
    return letter.document_id


def test_what_is_not_shielded_is_not_lifted(store: ObjectStore) -> None:
    document_id = sent(store)
    with pytest.raises(NotShielded):
        lift(document_id)
    with begin(KARI) as work, pytest.raises(DocumentNotFound):
        operations.lift_shielding(LiftShielding(document_id="none", reason="Fordi"), work)


def test_a_firms_own_paper_is_no_documents_of_a_case(store: ObjectStore) -> None:
    admin = KARI.model_copy(update={"roles": frozenset({"firm_admin"})})
    content = oversized(2048)
    asked = StartFirmUpload(filename="adk1.pdf", size=len(content))
    upload = ask(operations.start_firm_upload, asked, admin)
    send(store, upload, content)
    document = complete(upload, admin)
    inspect_next_file()
    both = SIRI.model_copy(update={"roles": frozenset({"caseworker", "firm_registrar"})})
    with pytest.raises(DocumentNotFound):
        shield(document.document_id, both)


def test_the_grounds_name_the_law_and_the_restriction_in_three_languages() -> None:
    found = ask(operations.list_legal_bases, ListLegalBases(), SIRI).items
    assert BASIS in [basis.code for basis in found]
    for basis in found:
        assert basis.law.startswith("LOV-")
        assert "§" in basis.reference
        assert basis.title.keys() == basis.restriction_title.keys() == {"nb", "nn", "en"}
