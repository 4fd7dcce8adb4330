"""Professions and qualifications are words of a file."""

from __future__ import annotations

import pytest

from services.chassis.messages import InvalidRequest
from services.identity.catalogue import trades
from services.identity.contract.operations.firms import GetFirm
from services.identity.contract.operations.trades import ListTrades
from tests.storage.identity.desk import Desk, registration


def test_anybody_reads_them_with_titles_in_three_languages(desk: Desk) -> None:
    listed = desk.ask(ListTrades())
    codes = [profession.code for profession in listed.professions]
    assert codes[:3] == ["rorlegger", "entreprenor", "konsulent"]
    assert {"bronnborer", "landmaler", "utskillerleverandor"} <= set(codes)
    assert {kind.code for kind in listed.qualifications} >= {"adk1", "sentral_godkjenning"}
    titles = [word.title for word in listed.professions]
    titles += [word.title for word in listed.qualifications]
    assert all(set(title) == {"nb", "nn", "en"} and all(title.values()) for title in titles)


def test_a_profession_added_to_the_file_can_be_registered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = desk.refused(registration(professions=["dykker"]))
    assert isinstance(refused, InvalidRequest)
    assert [(error.field, error.code) for error in refused.errors] == [
        ("professions", "literal_error")
    ]
    read = trades._read
    diver = {"dykker": {"nb": "Dykker", "nn": "Dykkar", "en": "Diver"}}
    monkeypatch.setattr(
        trades, "_read", lambda name: read(name) | (diver if name == "professions" else {})
    )
    trades.trades.cache_clear()
    try:
        desk.registered(professions=["dykker"])
        [told] = desk.told("firm_registered")
        assert told["professions"] == ["dykker"]
        view = desk.ask(GetFirm(firm_id=told["firm_id"]), desk.registrar())
        assert [word.title["nn"] for word in view.trades] == ["Dykkar"]
    finally:
        monkeypatch.undo()
        trades.trades.cache_clear()


def test_a_profession_that_left_the_file_is_shown_by_its_code() -> None:
    [word] = trades.named(["tankvogn"])
    assert word.title["nb"] == "tankvogn"
