"""News posts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.chassis import clock
from services.chassis.messages import Actor
from services.notify.contract.operations import GetNews, ListNews, PublishNews, WriteNews
from tests.storage.notify.desk import OTHER_UTILITY, UTILITY, Desk, staff

EDITOR = staff("editor")
PUBLIC = ListNews(utility=UTILITY)


def post(slug: str = "uke-9-og-10", **own: Any) -> WriteNews:
    """A post in bokmål."""
    facts = {"title": {"nb": "Nedetid"}, "lead": {"nb": "Kort."}, "body": {"nb": "Se {{freeze}}"}}
    return WriteNews(slug=slug, **{**facts, **own})


def slugs(desk: Desk, request: ListNews = PUBLIC, actor: Actor | None = None) -> list[str]:
    """What the list shows."""
    return [row.slug for row in desk.ask(request, actor).items]


def test_a_draft_is_seen_by_its_editor_alone(desk: Desk) -> None:
    desk.ask(post(), EDITOR)
    reading = GetNews(utility=UTILITY, slug="uke-9-og-10")
    drafts = ListNews(utility=UTILITY, drafts=True)
    assert desk.ask(reading, EDITOR).body == {"nb": "Se {{freeze}}"}
    assert slugs(desk, drafts, EDITOR) == ["uke-9-og-10"]
    for other in (Actor(), staff("caseworker"), staff("editor", utility=OTHER_UTILITY)):
        assert desk.refused(reading, other) == "NewsNotFound"
        assert slugs(desk, drafts, other) == []


def test_a_published_post_is_public(desk: Desk) -> None:
    desk.ask(post(), EDITOR)
    desk.ask(PublishNews(slug="uke-9-og-10"), EDITOR)
    assert slugs(desk) == ["uke-9-og-10"]
    assert desk.ask(GetNews(utility=UTILITY, slug="uke-9-og-10")).author == "Vera Vakt"
    assert [told["slug"] for told in desk.emitted("news_published")] == ["uke-9-og-10"]
    assert slugs(desk, ListNews(utility=OTHER_UTILITY)) == []


def test_a_post_dated_ahead_becomes_public_by_itself(desk: Desk) -> None:
    desk.ask(post(), EDITOR)
    later = clock.now() + timedelta(hours=1)
    desk.ask(PublishNews(slug="uke-9-og-10", published_at=later), EDITOR)
    assert slugs(desk) == []
    desk.later(hours=2)
    assert slugs(desk) == ["uke-9-og-10"]


def test_a_changed_post_stays_public(desk: Desk) -> None:
    desk.ask(post(), EDITOR)
    desk.ask(PublishNews(slug="uke-9-og-10"), EDITOR)
    desk.ask(post(title={"nb": "Nedetid i uke 9"}, new=False), EDITOR)
    seen = desk.ask(GetNews(utility=UTILITY, slug="uke-9-og-10"))
    assert seen.title == {"nb": "Nedetid i uke 9"}


def test_the_list_is_paged_newest_first(desk: Desk) -> None:
    for number in range(5):
        desk.ask(post(f"post-{number}"), EDITOR)
        at = clock.now() - timedelta(days=number // 2)
        desk.ask(PublishNews(slug=f"post-{number}", published_at=at), EDITOR)
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = desk.ask(ListNews(utility=UTILITY, limit=2, cursor=cursor))
        seen += [row.slug for row in page.items]
        cursor = page.next
    assert seen == ["post-1", "post-0", "post-3", "post-2", "post-4"]


@pytest.mark.parametrize("field", ["title", "lead", "body"])
def test_bokmal_is_always_written(desk: Desk, field: str) -> None:
    assert desk.refused(post(**{field: {"en": "Only English"}}), EDITOR) == "TextMissing"
    assert desk.refused(post(**{field: {"nb": "  "}}), EDITOR) == "TextMissing"


def test_an_address_is_taken_once(desk: Desk) -> None:
    desk.ask(post(), EDITOR)
    assert desk.refused(post(), EDITOR) == "SlugTaken"
    desk.ask(post(), staff("editor", utility=OTHER_UTILITY))


def test_what_is_not_there_cannot_be_changed_nor_published(desk: Desk) -> None:
    assert desk.refused(post(new=False), EDITOR) == "NewsNotFound"
    assert desk.refused(PublishNews(slug="borte"), EDITOR) == "NewsNotFound"
    assert desk.refused(GetNews(utility=UTILITY, slug="borte")) == "NewsNotFound"


def test_only_an_editor_writes(desk: Desk) -> None:
    assert desk.refused(post(), staff("caseworker")) == "NotYourTask"
    assert desk.refused(PublishNews(slug="uke-9-og-10"), staff("administrator")) == "NotYourTask"
