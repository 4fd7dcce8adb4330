"""An emergency is kept before it is answered, and handed on until notify has it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from httpx import AsyncClient

from gateway.edge.rates import Rate
from gateway.emergency.lane import A_MINUTE, AT_ONCE, EmergencyLane
from gateway.emergency.reference import is_reference, new_reference, reference_for
from gateway.emergency.spool import Spool
from gateway.refusals import TooManyRequests
from gateway.rpc import CallTimedOut, ServiceUnavailable
from gateway.settings import GatewaySettings
from services.chassis import clock
from services.identity.contract.operations.utilities import ListUtilities
from services.identity.contract.types.utilities import Utilities, UtilityView
from services.notify.contract.operations import AcknowledgeIncident, ReportEmergency
from services.notify.contract.types import IncidentRow
from tests.unit.gateway.bus import Bus

pytestmark = pytest.mark.anyio
REPORT: dict[str, Any] = {
    "place": {"address": "Eksempelveien 14"},
    "description": "Vannet spruter opp av gaten",
    "severity": 1,
    "reporter": {"name": "Kari Forbi", "phone": "+4790000077"},
}
FACTS = REPORT | {"utility": "fjordby"}


def incident(reference: str) -> IncidentRow:
    return IncidentRow(
        reference=reference,
        reported_at=clock.now(),
        severity=1,
        place="Eksempelveien 14",
        description="Vannet spruter opp av gaten",
        reporter_name="Kari Forbi",
        reporter_phone="+4790000077",
        state="reported",
        paged_at=None,
        acknowledged_at=None,
        acknowledged_by=None,
    )


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path / "spool")


@pytest.fixture
def lane(spool: Spool, bus: Bus) -> EmergencyLane:
    return EmergencyLane(spool, bus)  # type: ignore[arg-type]  # a bus in memory


async def test_it_is_taken_in_with_every_service_away(client: AsyncClient) -> None:
    answer = await client.post("/api/v1/emergencies", json=REPORT)
    assert answer.status_code == 201
    assert is_reference(answer.json()["reference"])
    assert answer.json()["duty_phone"] == "+4712345678"


async def test_another_sites_page_may_report_one(client: AsyncClient) -> None:
    headers = {"Origin": "https://kommunen.example", "Sec-Fetch-Site": "cross-site"}
    answer = await client.post("/api/v1/emergencies", json=REPORT, headers=headers)
    assert answer.status_code == 201


def utility(code: str) -> UtilityView:
    return UtilityView(utility=code, name=code, short_name=code, duty_phone="110")


@pytest.mark.parametrize(
    ("stated", "rings"), [("vestvik", "vestvik"), ("finnes-ikke", "fjordby"), (None, "fjordby")]
)
async def test_a_utility_that_does_not_exist_has_nobody_on_call(
    client: AsyncClient, bus: Bus, settings: GatewaySettings, stated: str | None, rings: str
) -> None:
    bus.answer(ListUtilities, Utilities(items=[utility("fjordby"), utility("vestvik")]))
    answer = await client.post("/api/v1/emergencies", json=REPORT | {"utility": stated})
    kept = Spool(Path(settings.spool_dir)).report(answer.json()["reference"])
    assert kept is not None
    assert kept.utility == rings


async def test_with_identity_away_the_stated_utility_counts(
    client: AsyncClient, settings: GatewaySettings
) -> None:
    answer = await client.post("/api/v1/emergencies", json=REPORT | {"utility": "vestvik"})
    kept = Spool(Path(settings.spool_dir)).report(answer.json()["reference"])
    assert kept is not None
    assert kept.utility == "vestvik"


async def test_what_no_database_keeps_holds_up_no_emergency(
    client: AsyncClient, settings: GatewaySettings
) -> None:
    form = {
        "place.text": "Ved\0 broen",
        "description": "Vannet\0 spruter",
        "severity": "1",
        "reporter.name": "Kari\0 Forbi",
        "reporter.phone": "90000077",
    }
    answer = await client.post("/akutt", data=form)
    assert answer.status_code == 201
    spool = Spool(Path(settings.spool_dir))
    (report,) = [spool.report(each) for each in spool.references()]
    assert report is not None
    assert (report.place.text, report.description) == ("Ved broen", "Vannet spruter")
    assert report.reporter.name == "Kari Forbi"


async def test_somebody_has_to_find_the_place(client: AsyncClient) -> None:
    answer = await client.post("/api/v1/emergencies", json=REPORT | {"place": {"bnr": 2}})
    (error,) = answer.json()["errors"]
    assert (error["field"], error["code"]) == ("place", "place_missing")


async def test_a_repeated_report_has_one_reference(lane: EmergencyLane) -> None:
    first = await lane.take_in(FACTS, "key")
    assert await lane.take_in(FACTS, "key") == first


async def test_another_report_with_the_same_key_is_taken_in_too(lane: EmergencyLane) -> None:
    first = await lane.take_in(FACTS, "key")
    other = await lane.take_in(FACTS | {"severity": 2}, "key")
    assert other.reference != first.reference
    assert set(lane.spool.references()) == {first.reference, other.reference}


async def test_it_is_handed_on_once_notify_is_back(lane: EmergencyLane, bus: Bus) -> None:
    kept = await lane.take_in(FACTS, "key")
    for failure in (ServiceUnavailable("notify"), CallTimedOut("notify")):
        bus.answer(ReportEmergency, failure)
        await lane.round()
        assert lane.spool.marked(kept.reference, "handed") is None
    bus.answer(ReportEmergency, incident(kept.reference))
    await lane.round()
    await lane.round()
    assert lane.spool.marked(kept.reference, "handed") is not None
    calls = bus.of(ReportEmergency)
    assert len(calls) == 3
    assert {call.key for call in calls} == {kept.reference}
    assert calls[-1].request.report == kept


async def test_notify_is_told_that_the_lifeline_has_rung(lane: EmergencyLane, bus: Bus) -> None:
    kept = await lane.take_in(FACTS, "key")
    rung_at = clock.now()
    lane.spool.mark(kept.reference, "rung", at=rung_at.isoformat())
    bus.answer(ReportEmergency, incident(kept.reference))
    await lane.round()
    (call,) = bus.of(ReportEmergency)
    assert call.request.paged_by_lifeline == rung_at
    assert call.key == f"{kept.reference}.rung"


async def test_an_acknowledgement_reaches_notify_after_the_report(
    lane: EmergencyLane, bus: Bus
) -> None:
    kept = await lane.take_in(FACTS, "key")
    at = clock.now()
    await lane.acknowledge(kept.reference, "+4799900001", at)
    await lane.round()
    assert bus.of(AcknowledgeIncident) == []
    bus.answer(ReportEmergency, incident(kept.reference))
    bus.answer(AcknowledgeIncident, incident(kept.reference))
    await lane.round()
    await lane.round()
    (call,) = bus.of(AcknowledgeIncident)
    assert (call.request.phone, call.request.at) == ("+4799900001", at)
    assert lane.spool.is_settled(kept.reference)


async def test_one_bad_file_stops_no_other(lane: EmergencyLane, bus: Bus, tmp_path: Path) -> None:
    (tmp_path / "spool" / "A-222222.json").write_text("{")
    kept = await lane.take_in(FACTS, "key")
    bus.answer(ReportEmergency, incident(kept.reference))
    await lane.round()
    assert lane.spool.marked(kept.reference, "handed") is not None


async def test_a_settled_report_is_forgotten_after_a_week(
    lane: EmergencyLane, bus: Bus, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = await lane.take_in(FACTS, "key")
    bus.answer(ReportEmergency, incident(kept.reference))
    await lane.round()
    later = clock.now() + timedelta(days=8)
    monkeypatch.setattr(clock, "now", lambda: later)
    await lane.round()
    assert list(lane.spool.references()) == []


async def test_the_background_task_hands_on_at_once(lane: EmergencyLane, bus: Bus) -> None:
    handed = asyncio.Event()

    def take(request: ReportEmergency) -> IncidentRow:
        handed.set()
        return incident(request.report.reference)

    bus.answer(ReportEmergency, take)
    await lane.start()
    await lane.take_in(FACTS, "key")
    await asyncio.wait_for(handed.wait(), timeout=10)
    await lane.stop()


def test_the_limit_is_generous_and_counts_each_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "monotonic", lambda: 1000.0)
    limiter = Rate(at_once=AT_ONCE, a_minute=A_MINUTE, when_full="forget")
    for _ in range(AT_ONCE):
        limiter.count("192.0.2.1")
    with pytest.raises(TooManyRequests) as refused:
        limiter.count("192.0.2.1")
    limiter.count("192.0.2.2")
    wait = refused.value.retry_after or 0
    monkeypatch.setattr(clock, "monotonic", lambda: 1000.0 + wait)
    limiter.count("192.0.2.1")


def test_references_are_said_easily_and_name_no_file_of_others() -> None:
    assert is_reference(new_reference())
    assert reference_for("a") == reference_for("a") != reference_for("b")
    for text in ("", "A-12345", "A-1234567", "../../etc", "A-O00000", "a-222222", "A-22222\n"):
        assert not is_reference(text)
