"""What the lifeline reads and remembers on disk."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.notify.contract.events import OnCallChanged
from services.notify.contract.types import EmergencyReport, Place, Reporter
from services.notify.lifeline.on_call import OnCallList
from services.notify.lifeline.report import read_report
from services.notify.lifeline.settings import LifelineSettings
from services.notify.lifeline.spool import Spool
from services.notify.outgoing.page_words import page_values

AT = datetime(2026, 2, 1, 3, 30, tzinfo=UTC)
REPORT = EmergencyReport(
    reference="A-7K3M9Q",
    utility="eksempel",
    reported_at=AT,
    place=Place(address="Storgata 1", gnr=12, bnr=3),
    description="Vannet spruter. " * 40,
    severity=1,
    reporter=Reporter(name="Kari Eksempel", phone="+4799900009"),
)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    """An empty spool."""
    return Spool(tmp_path)


def put(folder: Path, name: str, content: str = "{}") -> None:
    """A file as the gateway writes it."""
    (folder / name).write_text(content, "utf-8")


def test_reports_are_found_with_their_marks(spool: Spool, tmp_path: Path) -> None:
    put(tmp_path, "A-7K3M9Q.json", REPORT.model_dump_json())
    put(tmp_path, "A-7K3M9Q.acked")
    put(tmp_path, ".0a1b.arriving", "half")
    put(tmp_path, "notes.txt")
    ((report, marks),) = spool.reports()
    assert report == REPORT
    assert (marks.acked, marks.rung, marks.stood_down) == (True, False, False)


def test_a_ring_and_a_stand_down_are_remembered(spool: Spool, tmp_path: Path) -> None:
    assert not spool.is_settled("A-7K3M9Q")
    spool.note_rung("A-7K3M9Q", AT, "CA1")
    assert json.loads((tmp_path / "A-7K3M9Q.rung").read_text()) == {
        "at": AT.isoformat(),
        "sid": "CA1",
    }
    spool.note_stood_down("A-222222", AT)
    assert spool.is_settled("A-7K3M9Q")
    assert spool.is_settled("A-222222")
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


@pytest.mark.parametrize("reference", ["../A-7K3M9Q", "", "a/b", ".x", "a\n", "x" * 65])
def test_no_reference_leads_out_of_the_folder(spool: Spool, tmp_path: Path, reference: str) -> None:
    spool.note_stood_down(reference, AT)
    assert list(tmp_path.iterdir()) == []


def test_fields_of_a_newer_gateway_are_passed_over() -> None:
    raw = json.loads(REPORT.model_dump_json())
    raw["new"], raw["place"]["new"], raw["reporter"]["new"] = 1, 2, 3
    assert read_report(json.dumps(raw).encode()) == REPORT


@pytest.mark.parametrize("content", ["", "{", "[]", '{"reference": "A-7K3M9Q"}', "\x00"])
def test_what_cannot_be_read_rings_all_the_same(spool: Spool, tmp_path: Path, content: str) -> None:
    put(tmp_path, "A-7K3M9Q.json", content)
    ((report, _),) = spool.reports()
    assert report.reference == "A-7K3M9Q"
    words = page_values(report)
    assert words["severity"] == "1"
    assert "kunne ikke leses" in words["description"]


def test_the_words_of_a_page_are_short(spool: Spool) -> None:
    words = page_values(REPORT)
    assert words["place"] == "Storgata 1, gnr. 12 bnr. 3"
    assert words["phone"] == "99 90 00 09"
    assert len(words["description"]) < 310


def test_markers_without_their_report_go_after_a_while(spool: Spool, tmp_path: Path) -> None:
    for name in ("A-222222.rung", "A-333333.stood_down", "A-7K3M9Q.stood_down", "A-7K3M9Q.json"):
        put(tmp_path, name)
        os.utime(tmp_path / name, (AT.timestamp(), AT.timestamp()))
    put(tmp_path, "A-444444.stood_down")
    assert spool.forget_strays(datetime(2026, 3, 1, tzinfo=UTC)) == 2
    left = sorted(file.name for file in tmp_path.iterdir())
    assert left == ["A-444444.stood_down", "A-7K3M9Q.json", "A-7K3M9Q.stood_down"]


def changed(revision: int, *phones: str, utility: str = "eksempel") -> OnCallChanged:
    """Notify tells who is on call."""
    return OnCallChanged(utility_id=utility, revision=revision, phones=list(phones))


def test_the_on_call_list_survives_a_restart_and_never_goes_back(tmp_path: Path) -> None:
    kept = OnCallList(tmp_path / "lifeline", ["+4799900001"])
    assert kept.phones("eksempel") == ("+4799900001",)
    kept.hear(changed(2, "+4799900002", "+4799900003"))
    kept.hear(changed(1, "+4799900004"))
    kept.hear(changed(1, "+4799900005", utility="annen"))
    again = OnCallList(tmp_path / "lifeline", ["+4799900001"])
    assert again.phones("eksempel") == ("+4799900002", "+4799900003")
    assert again.phones("annen") == ("+4799900005",)
    assert again.phones("ukjent") == ("+4799900001",)


def test_a_broken_list_falls_back_to_the_configured_phones(tmp_path: Path) -> None:
    put(tmp_path, "on_call.json", "{half")
    kept = OnCallList(tmp_path, ["+4799900001"])
    assert kept.phones("eksempel") == ("+4799900001",)
    kept.hear(changed(1, "+4799900002"))
    assert OnCallList(tmp_path, []).phones("eksempel") == ("+4799900002",)


def test_readiness_tells_when_there_is_nobody_to_ring(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        OnCallList(tmp_path, []).ensure_known()
    OnCallList(tmp_path, ["+4799900001"]).ensure_known()


def test_phones_are_configured_as_people_write_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOOL_DIR", str(tmp_path))
    monkeypatch.setenv("LIFELINE_DIR", str(tmp_path))
    monkeypatch.setenv("LIFELINE_PHONES", "+4799900001, +4799900002")
    assert LifelineSettings().lifeline_phones == ("+4799900001", "+4799900002")
    monkeypatch.setenv("LIFELINE_PHONES", "")
    assert LifelineSettings().lifeline_phones == ()
