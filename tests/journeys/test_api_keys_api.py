"""A firm's ERP applies with a key of its own, sees its own firm alone, and is out at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import httpx
import pytest

from deploy.local.description import Description
from tests.journeys.live import Live
from tests.journeys.phones import Phones
from tests.journeys.visitor import Visitor
from tests.support.waiting import until

pytestmark = pytest.mark.system
ALL = ["cases:read", "cases:write", "documents:read", "documents:write", "firm:read"]


class Machine(Visitor):
    """Software with a key: no cookies, no page of ours, no browser."""

    key: str = ""

    def headers(self) -> dict[str, str]:
        kept = {"Host", "Idempotency-Key", "Accept-Language"}
        own = {name: value for name, value in super().headers().items() if name in kept}
        return own | {"Authorization": f"Bearer {self.key}"}


@pytest.fixture
def machine(bed: Description) -> Iterator[Any]:
    """Software that calls with a secret."""
    with ExitStack() as stack:

        def with_key(secret: str) -> Machine:
            made = stack.enter_context(Machine(bed))
            made.key = secret
            return made

        yield with_key


@contextmanager
def mail_to(bed: Description, address: str, holding: str) -> Iterator[None]:
    """What is done inside causes a mail."""
    phones = Phones(bed.sandbox_url)
    seen = phones.ids(address)
    yield
    phones.next_to(address, seen, holding=holding)


def test_an_erp_applies_with_its_key_and_is_out_at_once_when_it_is_ended(
    bed: Description, firm_admin: Visitor, other_firm: Visitor, machine: Any
) -> None:
    with mail_to(bed, "post@rorlegger.example", "Rørbok"):
        made = firm_admin.post("/firm/api-keys", {"name": "Rørbok", "scopes": ALL})
    assert made["secret"].startswith(made["prefix"])
    assert made["prefix"].startswith("epk_")
    erp = machine(made["secret"])

    case = erp.post("/cases", {"type": "RORM"})
    assert erp.get("/firm")["orgnr"] == "311153056"
    case_id = case["case_id"]
    assert case_id in [row["case_id"] for row in erp.get("/cases")["items"]]
    document = erp.upload(case_id, "plan.pdf", b"%PDF-1.4 not quite", "situation_plan")
    assert erp.get(f"/documents/{document}")["document_id"] == document
    timeline = firm_admin.get(f"/cases/{case_id}/timeline")["items"]
    assert "Rørbok" in str(timeline)

    theirs = other_firm.post("/cases", {"type": "FORH"})["case_id"]
    assert erp.refused("GET", f"/cases/{theirs}") == (404, "CaseNotFound")
    for method, path in (
        ("GET", "/me"),
        ("GET", "/sessions"),
        ("GET", "/firm/api-keys"),
        ("DELETE", f"/firm/api-keys/{made['key_id']}"),
    ):
        assert erp.refused(method, path)[0] == 403, path
    assert erp.refused("GET", "/operator/firms") == (404, "PageNotFound")

    listed = firm_admin.get("/firm/api-keys")["items"]
    mine = next(key for key in listed if key["key_id"] == made["key_id"])
    assert mine["last_used_at"]
    assert made["secret"] not in str(listed)
    assert [key for key in other_firm.get("/firm/api-keys")["items"] if key == mine] == []
    ended = other_firm.refused("DELETE", f"/firm/api-keys/{made['key_id']}")
    assert ended == (404, "ApiKeyNotFound")

    with Live(erp) as stream:
        firm_admin.did("DELETE", f"/firm/api-keys/{made['key_id']}")
        until(lambda: stream.ended, within=5, what="the open stream ended")
        until(lambda: erp.ask("GET", "/cases").status_code == 401, within=5, what="the key shut")


def test_a_key_that_may_only_read_cannot_write(firm_admin: Visitor, machine: Any) -> None:
    made = firm_admin.post(
        "/firm/api-keys", {"name": "Innsyn", "scopes": ["cases:read"], "valid_days": 1}
    )
    reader = machine(made["secret"])
    reader.get("/cases")
    refused = reader.ask("POST", "/cases", json={"type": "RORM"})
    assert (refused.status_code, refused.json()["facts"]) == (403, {"needs": "cases:write"})


def test_a_key_that_asks_too_often_is_told_to_wait(firm_admin: Visitor, machine: Any) -> None:
    made = firm_admin.post("/firm/api-keys", {"name": "Ivrig", "scopes": ["cases:read"]})
    eager = machine(made["secret"])
    answers: list[httpx.Response] = []
    while len(answers) < 100 and (not answers or answers[-1].status_code == 200):
        answers.append(eager.ask("GET", "/cases", params={"limit": 1}))
    assert answers[-1].status_code == 429
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 5
    assert len(answers) > 60


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"valid_days": 366}, "valid_days"),
        ({"valid_days": 0}, "valid_days"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["everything"]}, "scopes.0"),
        ({"name": "x"}, "name"),
        ({"firm_id": "another"}, "firm_id"),
    ],
)
def test_a_key_asked_for_wrongly_is_not_made(
    firm_admin: Visitor, changed: dict[str, Any], field: str
) -> None:
    before = firm_admin.get("/firm/api-keys")
    body = {"name": "Rørbok", "scopes": ["cases:read"], **changed}
    answer = firm_admin.ask("POST", "/firm/api-keys", json=body)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert firm_admin.get("/firm/api-keys") == before
