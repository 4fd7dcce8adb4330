"""Ports are picked once and kept, unless somebody took them meanwhile."""

import socket

import pytest

from deploy.local.failure import CannotStart
from deploy.local.ports import PICKED_FROM, assign, is_free, require_free

NAMES = ("postgres", "rabbitmq", "smtp")


def test_every_name_gets_a_port_of_its_own() -> None:
    ports = assign(NAMES, {}, ())
    assert set(ports) == set(NAMES)
    assert len(set(ports.values())) == len(NAMES)
    assert all(port in PICKED_FROM for port in ports.values())


def test_a_remembered_port_is_kept() -> None:
    remembered = {"postgres": 20001, "rabbitmq": 20002, "smtp": 20003}
    assert assign(NAMES, remembered, (), free=lambda _: True) == remembered


def test_a_port_that_was_taken_meanwhile_is_picked_anew() -> None:
    remembered = {"postgres": 20001, "rabbitmq": 20002, "smtp": 20003}
    ports = assign(NAMES, remembered, (), free=lambda port: port != 20002)
    assert ports["rabbitmq"] not in remembered.values()
    assert ports["postgres"] == 20001


def test_a_fixed_port_is_never_picked() -> None:
    assert assign(("smtp",), {"smtp": 20001}, (20001,), free=lambda _: True) != {"smtp": 20001}


def test_a_listening_port_is_not_free() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        assert not is_free(port)
        with pytest.raises(CannotStart, match=rf"Port {port} .* PORT="):
            require_free(port, "PORT")
    require_free(port, "PORT")
