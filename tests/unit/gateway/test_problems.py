"""Every failure becomes a problem: stable code, the reader's words, never the rejected value."""

from __future__ import annotations

import pytest
from httpx import AsyncClient

from gateway.problem import STATUS_OF_KIND, problem_of
from gateway.rpc import CallTimedOut, RemoteRefusal, ServiceUnavailable
from services.cases.contract.operations.catalogue import ListCaseTypes
from services.cases.contract.operations.reading import GetCase
from services.chassis.messages import FieldError
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_token

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(("kind", "status"), STATUS_OF_KIND.items())
def test_a_kind_has_its_status(kind: str, status: int) -> None:
    assert problem_of(RemoteRefusal("CaseNotFound", kind), "nb", "").status == status


async def test_a_refusal_speaks_the_callers_language(client: AsyncClient, bus: Bus) -> None:
    bus.open_session("kari", KARI.model_copy(update={"language": "nn"}))
    bus.answer(GetCase, RemoteRefusal("CaseNotFound", "not_found"))
    answer = await client.get(
        "/api/v1/cases/unknown", headers=by_token("kari") | {"Accept-Language": "en"}
    )
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["content-language"] == "nn"
    problem = answer.json()
    assert problem["title"] == "Vi finn ikkje saka."
    assert (problem["status"], problem["code"]) == (404, "CaseNotFound")
    assert problem["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"why": "short", "least": 10}, "Bruk minst 10 tegn."),
        ({"why": "long", "most": 128}, "Bruk høyst 128 tegn."),
        ({"why": "common"}, "Velg et annet."),
        ({"why": "personal"}, "navnet ditt"),
        ({"why": "of another time"}, ""),
    ],
)
def test_a_weak_password_is_told_why(facts: dict[str, object], says: str) -> None:
    problem = problem_of(RemoteRefusal("WeakPassword", "invalid", facts), "nb", "")
    assert problem.title == "Passordet er for svakt."
    assert says in problem.detail
    assert bool(problem.detail) == bool(says)


def test_a_detail_tells_the_facts() -> None:
    refusal = RemoteRefusal("IntakeFrozen", "conflict", {"ends_at": "2023-03-13T07:00:00+00:00"})
    problem = problem_of(refusal, "nb", "")
    assert problem.detail == "Innsending åpner igjen 13. mars 2023 kl. 08:00. Utkastet er lagret."


def test_a_limit_is_told_in_megabytes() -> None:
    problem = problem_of(RemoteRefusal("FileTooLarge", "too_large", {"limit": 36700160}), "nb", "")
    assert (problem.status, problem.detail) == (413, "Den kan være på høyst 35 MB.")


def test_a_field_error_says_what_to_do() -> None:
    errors = [FieldError(field="values.depth", code="too_low", facts={"minimum": 1})]
    problem = problem_of(RemoteRefusal("InvalidForm", "invalid", errors=errors), "en", "")
    assert vars(problem.errors[0]) == {
        "field": "values.depth",
        "code": "too_low",
        "message": "The number must be at least 1.",
    }


async def test_a_service_away_says_when_to_come_back(client: AsyncClient, bus: Bus) -> None:
    bus.answer(ListCaseTypes, ServiceUnavailable("cases", retry_after=7))
    answer = await client.get("/api/v1/catalogue")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")


async def test_a_late_answer_may_have_happened(client: AsyncClient, bus: Bus) -> None:
    bus.answer(ListCaseTypes, CallTimedOut("cases"))
    answer = await client.get("/api/v1/catalogue")
    assert (answer.status_code, answer.json()["code"]) == (504, "AnswerLate")
    assert "trygt prøve igjen" in answer.json()["detail"]


async def test_too_many_tries_say_how_long_to_wait(client: AsyncClient, bus: Bus) -> None:
    bus.answer(ListCaseTypes, RemoteRefusal("TooManyTries", "too_many", retry_after=42))
    answer = await client.get("/api/v1/catalogue")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "42")


async def test_a_rejected_value_is_never_repeated(client: AsyncClient) -> None:
    body = {"email": "not-an-address-4711", "password": "hemmelig-4711", "more": "surprise-4711"}
    answer = await client.post("/api/v1/sessions", json=body)
    assert answer.status_code == 422
    assert {error["field"] for error in answer.json()["errors"]} == {"email", "more"}
    assert "4711" not in answer.text


async def test_a_fault_of_ours_tells_nothing_of_itself(client: AsyncClient, bus: Bus) -> None:
    bus.answer(ListCaseTypes, ZeroDivisionError("secret"))
    answer = await client.get("/api/v1/catalogue")
    assert (answer.status_code, answer.json()["code"]) == (500, "InternalFault")
    assert "secret" not in answer.text


@pytest.mark.parametrize("content", [b"{", b"", b"\xff\xfe", b"not json"])
async def test_a_body_that_is_not_json(client: AsyncClient, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await client.post("/api/v1/sessions", content=content, headers=headers)
    assert answer.status_code in ((400,) if content else (422,))
    assert answer.headers["content-type"] == "application/problem+json"


async def test_an_unknown_address_and_method(client: AsyncClient) -> None:
    unknown = await client.get("/api/v1/nothing")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "PageNotFound")
    wrong = await client.post("/api/v1/catalogue")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "MethodNotAllowed")


async def test_a_bad_idempotency_key(client: AsyncClient) -> None:
    body = {"email": "kari@rorlegger.example", "password": "x"}
    headers = {"Idempotency-Key": "k" * 101}
    answer = await client.post("/api/v1/sessions", json=body, headers=headers)
    assert (answer.status_code, answer.json()["facts"]) == (400, {"header": "Idempotency-Key"})


async def test_a_problems_type_leads_to_its_meaning(client: AsyncClient) -> None:
    answer = await client.get("/api/v1/problems/IntakeFrozen", headers={"Accept-Language": "en"})
    assert answer.json() == {
        "code": "IntakeFrozen",
        "title": "Submissions are closed for the moment.",
    }


@pytest.mark.parametrize(
    ("minimum", "says"),
    [(10.0, "Tallet må være minst 10."), (0.5, "Tallet må være minst 0,5."), (1200, "1\u00a0200")],
)
def test_a_limit_is_written_as_people_write_numbers(minimum: float, says: str) -> None:
    error = FieldError(field="depth", code="too_low", facts={"minimum": minimum})
    problem = problem_of(RemoteRefusal("InvalidForm", "invalid", errors=[error]), "nb", "")
    assert says in problem.errors[0].message
