"""Notify against its own database; the outside world answers as a test plans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from services.identity.contract.events.people import PersonChanged
from services.notify.deliveries import sending
from services.notify.settings import addresses, seal_settings
from tests.storage.notify.case_events import approved
from tests.storage.notify.desk import Desk, PostOffice, Telephone
from tests.storage.notify.outside import Outside, outside


@pytest.fixture
def desk(database: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Nothing is known yet; the clock is the world's."""
    addresses.cache_clear()
    seal_settings.cache_clear()
    made = Desk(monkeypatch, Telephone(), PostOffice())
    monkeypatch.setattr(sending, "telephone", lambda: made.telephone)
    monkeypatch.setattr(sending, "post_office", lambda: made.post)
    return made


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """A sandbox of these tests' own."""
    with outside(tmp_path_factory.mktemp("outside")) as made:
        yield made


@pytest.fixture
def healed(world: Outside) -> Iterator[Outside]:
    """The same, with nothing failing before and after."""
    world.fail("all", "none")
    yield world
    world.fail("all", "none")


@pytest.fixture
def known(desk: Desk) -> Desk:
    """Nora, her firm and the caseworker are heard of; what they were told so far is gone."""
    desk.know_nora()
    desk.hear(
        PersonChanged(
            person_id="sara",
            revision=1,
            name="Sara Sak",
            email="sara@vann.example",
            mobile=None,
            language="nb",
            firm_ids=[],
            staff_of=["eksempel"],
            staff_roles=["caseworker"],
        )
    )
    desk.hear(approved())
    desk.deliver()
    desk.post.mails.clear()
    desk.post.envelopes.clear()
    return desk
