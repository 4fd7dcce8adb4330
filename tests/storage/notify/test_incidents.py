"""Emergencies: rung at once, escalated until somebody takes it, never rung twice by mistake."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.chassis import clock
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from services.notify.contract.operations import (
    AcknowledgeIncident,
    ListIncidents,
    RecordDeliveryStatus,
    ReportEmergency,
    ResolveIncident,
    SetOnCall,
)
from services.notify.contract.types import EmergencyReport, IncidentRow, OnCall, Place, Reporter
from services.notify.deliveries.claiming import claim
from services.notify.domain.outcome import Accepted, NotTaken, Refused, Unknown
from services.notify.sweeps.escalate_incidents import escalate_incidents
from tests.storage.notify.desk import OTHER_UTILITY, SYSTEM, UTILITY, Desk, staff

FIRST, SECOND = "+4799900011", "+4799900012"
DUTY = staff("duty_officer")
SEED = Actor.system("seed")
REFERENCE = "A-7K3M9Q"


@pytest.fixture
def watch(desk: Desk) -> Desk:
    """Two people on call."""
    desk.ask(SetOnCall(utility=UTILITY, on_call=OnCall(phones=[FIRST, SECOND])), SEED)
    return desk


def report(**own: Any) -> ReportEmergency:
    """Somebody reports a burst main."""
    rung = own.pop("paged_by_lifeline", None)
    facts = {
        "reference": REFERENCE,
        "utility": UTILITY,
        "reported_at": clock.now(),
        "place": Place(address="Storgata 1"),
        "description": "Vannet spruter opp av veien.",
        "severity": 1,
        "reporter": Reporter(name="Kari Eksempel", phone="+4799900009"),
    }
    return ReportEmergency(report=EmergencyReport(**{**facts, **own}), paged_by_lifeline=rung)


def escalate(desk: Desk) -> int:
    """The sweep runs, and what it asks for is sent."""
    with begin(SYSTEM) as work:
        count = escalate_incidents(work)
    desk.deliver()
    return count


def row(desk: Desk) -> IncidentRow:
    """The incident as the duty centre sees it."""
    (found,) = desk.ask(ListIncidents(), DUTY).items
    return found


def test_the_first_on_call_is_rung_and_texted_at_once(watch: Desk) -> None:
    watch.ask(report())
    watch.deliver()
    assert watch.telephone.rings == [(FIRST, REFERENCE)]
    ((to, words),) = watch.telephone.texts
    assert to == FIRST
    assert "Storgata 1" in words
    assert "99 90 00 09" in words
    assert [told["reference"] for told in watch.emitted("incident_reported")] == [REFERENCE]
    (told,) = watch.emitted("page_accepted")
    assert told["reference"] == REFERENCE
    assert row(watch).paged_at is not None


def test_the_same_report_again_rings_nobody_again(watch: Desk) -> None:
    first = watch.ask(report())
    watch.deliver()
    again = watch.ask(report(reported_at=clock.now()))
    watch.deliver()
    assert again.reported_at == first.reported_at
    assert len(watch.telephone.rings) == 1
    assert len(watch.emitted("incident_reported")) == 1


def test_a_stranger_gets_nothing_personal_back(watch: Desk) -> None:
    answer = watch.ask(report())
    told_back = answer.model_dump_json()
    for personal in ("Kari", "99900009", "Storgata", "spruter"):
        assert personal not in told_back


def test_after_the_lifelines_ring_nobody_is_rung_again(watch: Desk) -> None:
    rung_at = clock.now()
    watch.ask(report(paged_by_lifeline=rung_at))
    watch.deliver()
    assert watch.telephone.rings == []
    assert row(watch).paged_at == rung_at
    (told,) = watch.emitted("page_accepted")
    assert told["channel"] == "lifeline"


def test_after_the_lifelines_ring_the_next_is_rung_if_nobody_takes_it(watch: Desk) -> None:
    watch.ask(report(paged_by_lifeline=clock.now()))
    watch.later(minutes=5, seconds=1)
    assert escalate(watch) == 1
    assert watch.telephone.rings == [(SECOND, REFERENCE)]


def test_the_lifelines_ring_told_afterwards_is_kept(watch: Desk) -> None:
    watch.telephone.planned = [Unknown("answer lost"), Unknown("answer lost")]
    watch.ask(report())
    watch.deliver()
    assert row(watch).paged_at is None
    rung_at = clock.now()
    watch.ask(report(paged_by_lifeline=rung_at))
    assert row(watch).paged_at == rung_at


@pytest.mark.parametrize(("severity", "minutes"), [(1, 5), (2, 15)])
def test_nobody_answers_the_next_is_rung(watch: Desk, severity: int, minutes: int) -> None:
    watch.ask(report(severity=severity))
    watch.deliver()
    for name in desk_names(watch):
        watch.ask(RecordDeliveryStatus(provider_id=name, status="ringing"))
    watch.later(minutes=minutes, seconds=-1)
    assert escalate(watch) == 0
    watch.later(seconds=2)
    assert escalate(watch) == 1
    assert [to for to, _ in watch.telephone.rings] == [FIRST, SECOND]
    assert len(watch.emitted("page_accepted")) == 1


def desk_names(desk: Desk) -> list[str]:
    """The provider's names of what it has."""
    return [each.provider_id for each in desk.deliveries() if each.provider_id]


def test_without_a_callback_it_is_sent_again_after_fifteen_seconds(watch: Desk) -> None:
    watch.ask(report())
    watch.deliver()
    watch.later(seconds=14)
    watch.deliver()
    assert len(watch.telephone.rings) == 1
    watch.later(seconds=2)
    watch.deliver()
    assert len(watch.telephone.rings) == 2
    assert len(watch.telephone.texts) == 2


def test_a_callback_stops_the_repetition(watch: Desk) -> None:
    watch.ask(report())
    watch.deliver()
    for name in desk_names(watch):
        watch.ask(RecordDeliveryStatus(provider_id=name, status="queued"))
    watch.later(minutes=1)
    watch.deliver()
    assert len(watch.telephone.rings) == len(watch.telephone.texts) == 1


def test_a_process_that_died_while_ringing_rings_again(watch: Desk) -> None:
    watch.ask(report())
    assert len(claim("emergency", 2).tasks) == 2
    watch.later(seconds=31)
    watch.deliver()
    assert watch.telephone.rings == [(FIRST, REFERENCE)]


@pytest.mark.parametrize("status", ["busy", "no-answer", "failed"])
def test_a_phone_that_is_not_reached_brings_the_next_at_once(watch: Desk, status: str) -> None:
    watch.telephone.planned = [Accepted("CA1")]
    watch.ask(report())
    watch.deliver()
    watch.ask(RecordDeliveryStatus(provider_id="CA1", status=status))
    assert escalate(watch) == 1
    assert [to for to, _ in watch.telephone.rings] == [FIRST, SECOND]


def test_a_number_the_provider_refuses_brings_the_next_at_once(watch: Desk) -> None:
    watch.telephone.planned = [Refused("twilio 21211")]
    watch.ask(report())
    watch.deliver()
    assert watch.emitted("page_accepted") == []
    assert escalate(watch) == 1
    assert watch.telephone.rings[-1] == (SECOND, REFERENCE)
    assert len(watch.emitted("page_accepted")) == 1


def test_a_provider_that_is_closed_is_asked_again_in_seconds(watch: Desk) -> None:
    watch.telephone.planned = [NotTaken("twilio 20429"), NotTaken("twilio 20429")]
    watch.ask(report())
    watch.deliver()
    watch.later(seconds=2)
    watch.deliver()
    assert len(watch.telephone.rings) == 2
    assert len(watch.emitted("page_accepted")) == 1


def test_a_key_press_stops_everything(watch: Desk) -> None:
    watch.ask(report())
    watch.deliver()
    watch.ask(AcknowledgeIncident(reference=REFERENCE, phone=FIRST))
    watch.later(hours=1)
    assert escalate(watch) == 0
    assert len(watch.telephone.rings) == 1
    assert [each.state for each in watch.deliveries()] == ["sent", "sent"]
    taken = row(watch)
    assert (taken.state, taken.acknowledged_by) == ("acknowledged", "*** ** 011")


def test_what_is_taken_before_it_was_sent_is_not_sent(watch: Desk) -> None:
    watch.ask(report())
    watch.ask(AcknowledgeIncident(reference=REFERENCE), DUTY)
    watch.deliver()
    assert watch.telephone.rings == []
    assert {each.state for each in watch.deliveries()} == {"expired"}


def test_the_first_who_takes_it_stands(watch: Desk) -> None:
    watch.ask(report())
    earlier = clock.now() - timedelta(minutes=1)
    watch.ask(AcknowledgeIncident(reference=REFERENCE, phone=FIRST, at=earlier))
    again = watch.ask(AcknowledgeIncident(reference=REFERENCE), DUTY)
    assert (again.acknowledged_at, again.acknowledged_by) == (earlier, "*** ** 011")
    assert len(watch.emitted("incident_acknowledged")) == 1


def test_nobody_acknowledges_in_the_future(watch: Desk) -> None:
    watch.ask(report())
    later = clock.now() + timedelta(hours=1)
    taken = watch.ask(AcknowledgeIncident(reference=REFERENCE, at=later), DUTY)
    assert taken.acknowledged_at is not None
    assert taken.acknowledged_at < later


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (Actor(), "NotYourTask"),
        (Actor(audience="contractor", user_id="x", firm_id="f", utility=UTILITY), "NotYourTask"),
        (staff("caseworker"), "NotYourTask"),
        (staff("duty_officer", utility=""), "NotYourTask"),
        (staff("duty_officer", utility=OTHER_UTILITY), "IncidentNotFound"),
    ],
)
def test_who_may_not_take_it(watch: Desk, actor: Actor, code: str) -> None:
    watch.ask(report())
    assert watch.refused(AcknowledgeIncident(reference=REFERENCE), actor) == code
    assert row(watch).state == "reported"


def test_a_contractor_does_not_pass_for_a_phone(watch: Desk) -> None:
    watch.ask(report())
    contractor = Actor(audience="contractor", user_id="x", firm_id="f", utility=UTILITY)
    pressed = AcknowledgeIncident(reference=REFERENCE, phone=FIRST)
    assert watch.refused(pressed, contractor) == "NotYourTask"


def test_what_is_not_there_cannot_be_taken_nor_closed(watch: Desk) -> None:
    assert watch.refused(AcknowledgeIncident(reference="A-222222"), DUTY) == "IncidentNotFound"
    closing = ResolveIncident(reference="A-222222", note="Ingenting")
    assert watch.refused(closing, DUTY) == "IncidentNotFound"


def test_the_duty_officer_closes_it_once(watch: Desk) -> None:
    watch.ask(report())
    closed = watch.ask(ResolveIncident(reference=REFERENCE, note="Reparert"), DUTY)
    assert closed.state == "resolved"
    watch.ask(ResolveIncident(reference=REFERENCE, note="En gang til"), DUTY)
    watch.later(hours=1)
    assert escalate(watch) == 0
    assert watch.ask(ListIncidents(open_only=True), DUTY).items == []
    assert len(watch.ask(ListIncidents(), DUTY).items) == 1


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (staff("caseworker"), "NotYourTask"),
        (staff("duty_officer", utility=OTHER_UTILITY), "IncidentNotFound"),
    ],
)
def test_who_may_not_close_it(watch: Desk, actor: Actor, code: str) -> None:
    watch.ask(report())
    assert watch.refused(ResolveIncident(reference=REFERENCE, note="Nei"), actor) == code


def test_nobody_sees_another_utilitys_incidents(watch: Desk) -> None:
    watch.ask(report())
    other = staff("duty_officer", utility=OTHER_UTILITY)
    assert watch.ask(ListIncidents(), other).items == []
    assert watch.refused(ListIncidents(), staff("editor")) == "NotYourTask"


def test_the_on_call_list_is_told_with_a_growing_revision(watch: Desk) -> None:
    watch.ask(SetOnCall(utility=UTILITY, on_call=OnCall(phones=[SECOND])), DUTY)
    told = watch.emitted("on_call_changed")
    assert [each["revision"] for each in told] == [1, 2]
    assert told[-1]["phones"] == [SECOND]
    watch.ask(report())
    watch.deliver()
    assert watch.telephone.rings == [(SECOND, REFERENCE)]


@pytest.mark.parametrize("actor", [staff("caseworker"), staff("duty_officer", utility="annen")])
def test_who_may_not_change_who_is_rung(watch: Desk, actor: Actor) -> None:
    wanted = SetOnCall(utility=UTILITY, on_call=OnCall(phones=[SECOND]))
    assert watch.refused(wanted, actor) == "NotYourTask"


def test_with_nobody_on_call_the_report_is_kept_and_left_to_the_lifeline(desk: Desk) -> None:
    desk.ask(report())
    desk.deliver()
    assert desk.telephone.rings == []
    assert desk.emitted("page_accepted") == []
    assert row(desk).state == "reported"


def test_emergencies_do_not_wait_for_other_lanes(watch: Desk) -> None:
    watch.ask(report())
    assert claim("ordinary", 10).handled == 0
    assert claim("code", 10).handled == 0
    assert claim("emergency", 10).handled == 2
