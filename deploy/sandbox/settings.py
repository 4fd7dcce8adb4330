"""What the environment decides about the sandbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


class SettingsMissing(Exception):
    """The environment lacks something the sandbox cannot invent, or holds nonsense."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Addresses and the one secret shared with the portal. Port 0 means any free port."""

    account_sid: str
    auth_token: str
    host: str = "127.0.0.1"
    port: int = 8025
    names: frozenset[str] = frozenset()
    """Host names a caller may use besides the loopback ones (``SANDBOX_URL`` in a container)."""
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 1025
    portal_url: str = "http://localhost:8000"
    portal_number: str = "+4759440000"
    """The number a reply goes to when the phone has never been written to."""
    operator_url: str = "http://operator.localhost:8000"
    """Where a login at the provider leads back to."""
    oidc_client: str = "entreprenorportalen"
    oidc_secret: str = ""
    """What the portal proves itself with at the login provider."""
    folder: Path | None = None
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = None


def from_environment(env: Mapping[str, str]) -> Settings:
    """Read the settings; raises ``SettingsMissing`` in one line a person can act on."""
    url = urlsplit(env.get("SANDBOX_URL", ""))
    metrics_port = env.get("METRICS_PORT")
    folder = env.get("SANDBOX_DIR") or env.get("DATA_SANDBOX")
    return Settings(
        account_sid=_required(env, "TWILIO_ACCOUNT_SID"),
        auth_token=_required(env, "TWILIO_AUTH_TOKEN"),
        host=env.get("SANDBOX_BIND", "127.0.0.1"),
        port=_port(env, "SANDBOX_PORT", url.port or _port(env, "PORT", 8000) + 25),
        names=frozenset({url.hostname} if url.hostname else ()),
        smtp_host=env.get("SMTP_HOST", "127.0.0.1"),
        smtp_port=_port(env, "SMTP_PORT", 1025),
        portal_url=env.get("PUBLIC_URL", "http://localhost:8000").rstrip("/"),
        portal_number=env.get("TWILIO_FROM", Settings.portal_number),
        operator_url=env.get("OPERATOR_URL", "http://operator.localhost:8000").rstrip("/"),
        oidc_secret=env.get("OIDC_SANDBOX_SECRET", ""),
        folder=Path(folder) if folder else None,
        metrics_host=env.get("METRICS_HOST", "127.0.0.1"),
        metrics_port=_port(env, "METRICS_PORT", 0) if metrics_port else None,
    )


def _required(env: Mapping[str, str], name: str) -> str:
    value = env.get(name, "")
    if not value:
        raise SettingsMissing(f"set {name}: the portal and the sandbox share it")
    return value


def _port(env: Mapping[str, str], name: str, otherwise: int) -> int:
    text = env.get(name) or str(otherwise)
    if not text.isdecimal() or int(text) > 65_535:
        raise SettingsMissing(f"{name} is not a port number: {text}")
    return int(text)
