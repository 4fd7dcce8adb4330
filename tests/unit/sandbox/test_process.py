"""``python -m deploy.sandbox`` starts from the environment, answers, and ends when told."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from deploy.sandbox.settings import SettingsMissing, from_environment

from .outside import ACCOUNT, TOKEN, until

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def healthy(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/healthz", trust_env=False).is_success
    except httpx.TransportError:
        return False


def test_the_process_serves_metrics_and_stops_when_told() -> None:
    web, mail, metrics = free_port(), free_port(), free_port()
    environment = os.environ | {
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "SANDBOX_URL": f"http://127.0.0.1:{web}",
        "SMTP_PORT": str(mail),
        "METRICS_PORT": str(metrics),
    }
    process = subprocess.Popen([sys.executable, "-m", "deploy.sandbox"], env=environment, cwd=ROOT)
    try:
        until(lambda: healthy(web), seconds=30)
        assert healthy(metrics)
        page = httpx.get(f"http://127.0.0.1:{metrics}/metrics", trust_env=False).text
        assert "sandbox_messages_total" in page
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
    finally:
        process.kill()
        process.wait(5)


def test_the_shared_secret_cannot_be_left_out() -> None:
    with pytest.raises(SettingsMissing, match="TWILIO_AUTH_TOKEN"):
        from_environment({"TWILIO_ACCOUNT_SID": ACCOUNT})


def test_ports_follow_from_the_portals_port() -> None:
    secrets = {"TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN}
    assert from_environment(secrets).port == 8025
    assert from_environment(secrets | {"PORT": "9000"}).port == 9025
    assert from_environment(secrets | {"SANDBOX_URL": "http://127.0.0.1:9"}).port == 9
    named = from_environment(secrets | {"SANDBOX_URL": "http://sandbox:8025"})
    assert named.names == {"sandbox"}
    with pytest.raises(SettingsMissing):
        from_environment(secrets | {"SMTP_PORT": "mail"})
