"""A broker user reaches what its work needs and nothing else."""

import base64
import hashlib
import re

import pytest

from deploy.rabbitmq.definitions import SERVICES, USERS, definitions, password_hash

QUEUE = "7f0c3a"


def may(user: str, right: str, name: str) -> bool:
    """RabbitMQ searches the name for the expression; anchors are the expression's own."""
    return re.search(getattr(USERS[user], right), name) is not None


@pytest.mark.parametrize("service", SERVICES)
class TestService:
    def test_answers_calls_and_tells_its_own_events(self, service: str) -> None:
        for name in ("nameko-rpc", f"{service}.events", f"{service}.dlx"):
            assert may(service, "write", name)

    def test_hears_its_own_queues(self, service: str) -> None:
        for name in (f"rpc-{service}", f"{service}.inbox", f"{service}.dead"):
            assert may(service, "read", name)

    def test_creates_nothing(self, service: str) -> None:
        for name in ("anything", service, f"rpc-{service}", f"{service}.inbox"):
            assert not may(service, "configure", name)

    def test_touches_nobody_elses(self, service: str) -> None:
        for other in set(SERVICES) - {service}:
            for name in (f"{other}.events", f"{other}.dlx", f"{service}x.events", "amq.default"):
                assert not may(service, "write", name)
            for name in (f"rpc-{other}", f"{other}.inbox", f"x-rpc-{service}", "nameko-rpc"):
                assert not may(service, "read", name)

    def test_can_answer_the_gateway_but_call_nobody(self, service: str) -> None:
        assert may(service, "calls_write", f"reply.gateway.{QUEUE}")
        for other in SERVICES:
            assert not may(service, "calls_write", f"{other}.submit_case")
            assert not may(service, "calls_read", f"{other}.submit_case")
        assert not may(service, "calls_write", "replyXgatewayX1")


class TestGateway:
    def test_has_its_own_reply_and_event_queues(self) -> None:
        for name in (f"reply.gateway.{QUEUE}", f"gateway.events.{QUEUE}"):
            for right in ("configure", "write", "read"):
                assert may("gateway", right, name)

    def test_creates_nothing_else(self) -> None:
        for name in ("rpc-cases", "cases.inbox", "gateway.other", "x.reply.gateway.1"):
            assert not may("gateway", "configure", name)

    @pytest.mark.parametrize("service", SERVICES)
    def test_calls_and_hears_every_service(self, service: str) -> None:
        assert may("gateway", "calls_write", f"{service}.anything")
        assert may("gateway", "read", f"{service}.events")
        assert not may("gateway", "write", f"{service}.events")
        assert not may("gateway", "read", f"rpc-{service}")

    def test_cannot_forge_or_overhear_replies(self) -> None:
        assert not may("gateway", "calls_write", "reply.gateway.1")
        assert not may("gateway", "calls_read", "#")
        assert not may("gateway", "calls_read", "cases.submit_case")


def test_the_lifeline_only_reads_its_own_queue() -> None:
    assert may("lifeline", "read", "lifeline.emergencies")
    for name in ("notify.inbox", "rpc-notify", "my.lifeline.x"):
        assert not may("lifeline", "read", name)
    for right in ("configure", "write"):
        assert not may("lifeline", right, "lifeline.emergencies")


def test_only_the_one_who_declares_is_an_administrator() -> None:
    document = definitions(dict.fromkeys(USERS, "secret"))
    administrators = [user["name"] for user in document["users"] if user["tags"]]
    assert administrators == ["topology"]


def test_everyone_else_is_narrowed_on_the_exchange_for_calls() -> None:
    document = definitions(dict.fromkeys(USERS, "secret"))
    narrowed = {row["user"] for row in document["topic_permissions"]}
    assert narrowed == set(USERS) - {"topology"}


def test_the_document_holds_no_password() -> None:
    assert "open sesame" not in str(definitions(dict.fromkeys(USERS, "open sesame")))


def test_a_password_hash_is_salt_and_digest() -> None:
    raw = base64.b64decode(password_hash("secret", salt=b"salt"))
    assert raw == b"salt" + hashlib.sha256(b"saltsecret").digest()
    assert password_hash("secret") != password_hash("secret")
