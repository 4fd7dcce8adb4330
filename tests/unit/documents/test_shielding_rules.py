"""Grounds in law as data, and the days a shielding lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from services.chassis.messages import Actor, InvalidRequest, NotForYou
from services.documents.catalogue import legal_bases
from services.documents.catalogue.legal_bases import Bases
from services.documents.domain.shielding import ends_at, ensure_ahead, ensure_may_shield


def test_every_ground_gives_a_restriction_and_says_where_it_stands() -> None:
    for basis in legal_bases.offered():
        assert legal_bases.restriction(basis.code) in legal_bases.table().restrictions
        assert basis.reference.startswith(("fvl. §", "offl. §", "sikkerhetsloven §"))


def changed(how: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """The table with something wrong in it."""
    data = legal_bases.table().model_dump()
    how(data)
    return data


@pytest.mark.parametrize(
    "how",
    [
        lambda data: data["bases"].append(data["bases"][0]),
        lambda data: data["bases"][0].update(restriction="XX"),
        lambda data: data["restrictions"].update(XX=data["restrictions"]["UO"]),
        lambda data: data["bases"][0].update(reference="fordi"),
        lambda data: data["bases"][0].update(law="Loven"),
        lambda data: data["bases"][0]["title"].pop("nn"),
        lambda data: data.update(bases=[]),
    ],
)
def test_a_table_that_makes_no_sense_is_refused(how: Callable[[dict[str, Any]], None]) -> None:
    with pytest.raises(ValidationError):
        Bases.model_validate(changed(how))


def test_a_retired_ground_is_not_offered_and_still_understood(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = legal_bases.offered()[0].code
    legal_bases.ensure_offered(code, "basis")
    data = changed(lambda data: data["bases"][0].update(retired=True))
    table = Bases.model_validate(data)
    monkeypatch.setattr(legal_bases, "table", lambda: table)
    with pytest.raises(InvalidRequest):
        legal_bases.ensure_offered(code, "basis")
    assert legal_bases.restriction(code) == "UO"


@pytest.mark.parametrize(
    ("last", "ends"),
    [
        (date(2026, 1, 31), datetime(2026, 1, 31, 23, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_the_last_day_ends_at_midnight_in_oslo(last: date, ends: datetime) -> None:
    assert ends_at(last) == ends


def test_without_a_last_day_it_lasts() -> None:
    assert ends_at(None) is None


def test_today_in_oslo_is_the_earliest_last_day() -> None:
    late = datetime(2026, 6, 1, 22, 30, tzinfo=UTC)  # the 2nd in Oslo
    ensure_ahead(date(2026, 6, 2), late, "ends_on")
    ensure_ahead(None, late, "ends_on")
    with pytest.raises(InvalidRequest):
        ensure_ahead(date(2026, 6, 1), late, "ends_on")


@pytest.mark.parametrize(
    ("role", "may"),
    [("caseworker", True), ("approver", True), ("archivist", True), ("zone_operator", False)],
)
def test_who_may_shield(role: str, may: bool) -> None:
    actor = Actor(audience="operator", user_id="s", utility="u", roles=frozenset({role}))
    if may:
        ensure_may_shield(actor)
    else:
        with pytest.raises(NotForYou):
            ensure_may_shield(actor)
