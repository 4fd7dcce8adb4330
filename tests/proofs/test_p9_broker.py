"""P9: the broker is killed, round after round, and everybody is back within 15 seconds.

`ROUNDS` says how often (default 2 in the suite, 10 in `make proofs`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from deploy.local.testbed import Testbed
from services.chassis import clock
from tests.support.waiting import until
from tests.wire.conftest import Probe, running_probe
from tests.wire.services.probe.contract.operations import WriteNote
from tests.wire.test_outages import answers, effects

pytestmark = [pytest.mark.system, pytest.mark.timeout(1500)]
ROUNDS = int(os.environ.get("ROUNDS", "2"))
BACK_WITHIN_SECONDS = 15.0


@pytest.fixture(scope="module")
def rough() -> Iterator[Probe]:
    """The probe on servers that may be killed."""
    with Testbed(only=("postgres", "rabbitmq")) as bed, running_probe(bed.here) as probe:
        yield probe


@pytest.mark.parametrize("number", range(ROUNDS))
def test_after_a_killed_broker_everybody_is_back(rough: Probe, number: int) -> None:
    rough.call(WriteNote(text=f"before {number}"))
    rough.bed.control.kill("rabbitmq")
    rough.bed.control.wait_ready("rabbitmq", within=60)
    returned = clock.monotonic()
    until(lambda: answers(rough), within=BACK_WITHIN_SECONDS, what="calls")
    left = BACK_WITHIN_SECONDS - (clock.monotonic() - returned)
    rough.call(WriteNote(text=f"after {number}"))
    until(
        lambda: [effects(rough, f"{when} {number}") for when in ("before", "after")] == [1, 1],
        within=max(left, 1.0),
        what="both effects, once",
    )
