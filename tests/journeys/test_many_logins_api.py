"""Two hundred people log in at the same moment: each is answered, and the one at work goes on."""

from __future__ import annotations

from collections import Counter

import pytest

from deploy.local.description import Description
from tests.journeys.visitor import Visitor
from tests.support.crowd import Scene, newcomers

pytestmark = [pytest.mark.system, pytest.mark.timeout(180)]
PEOPLE, TIMES = 40, 5


def test_two_hundred_logins_are_let_on_or_told_to_come_back(
    bed: Description, firm_admin: Visitor
) -> None:
    emails = newcomers(bed, PEOPLE)
    logins, work = Scene(bed, firm_admin).rush(emails * TIMES, seconds=3)
    said = Counter(answer.status for answer in logins)
    assert len(logins) == PEOPLE * TIMES
    assert said.keys() <= {201, 429, 503}, said
    assert said[201] >= 20, said
    assert all(answer.retry_after > 0 for answer in logins if answer.status != 201)
    assert {answer.status for answer in work} == {200}
