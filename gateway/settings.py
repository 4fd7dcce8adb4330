"""Settings of the gateway, read from its environment."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, TypeAdapter

from services.chassis.settings import ProcessSettings

Portal = Literal["contractor", "operator"]
_ROOT = Path(__file__).parent


class GatewaySettings(ProcessSettings):
    """Where the gateway listens, how the world reaches it, and the keys it signs with."""

    port: int = 8000
    bind: str = "127.0.0.1"
    public_url: str = "http://localhost:8000"
    operator_url: str = "http://operator.localhost:8000"
    utility: str = "fjordby"
    """The utility at `public_url` and `operator_url`."""
    utility_hosts: str = "{}"
    """JSON: the addresses of the portals of each further utility, by its code.

    `{"vestvik": {"contractor": "https://...", "operator": "https://..."}}`
    """
    trusted_proxies: str = ""
    """Comma-separated addresses whose `X-Forwarded-For` and `-Proto` are believed; empty: none."""
    build: str = ""
    """Identifies the release to browsers; derived from the code when empty."""
    upload_key: str = ""
    object_store: str = ""
    staging_dir: str = ""
    spool_dir: str = ""
    lifeline_dir: str = ""
    duty_phone_shown: str = ""
    twilio_auth_token: str = ""
    addresses_url: str = "https://ws.geonorge.no/adresser/v1"
    addresses_seconds: float = Field(default=3.0, gt=0, le=3.0)
    """How long somebody who fills in a form waits for an address."""
    strangers_reads_a_minute: int = Field(default=300, gt=0)
    """Pages and answers one address may fetch without a session."""
    strangers_writes_a_minute: int = Field(default=60, gt=0)
    """Logins, registrations and the like one address may send; emergencies have their own limit."""
    firm_searches_a_minute: int = Field(default=30, gt=0)
    """Searches for firms from one address."""
    wrong_secrets_a_minute: int = Field(default=30, gt=0)
    """Sessions or keys that are none, tried from one address."""
    key_requests_a_minute: int = Field(default=120, gt=0)
    """What one key of a firm's software may ask in the long run."""
    key_burst: int = Field(default=60, gt=0)
    """What it may ask at once."""
    drain_seconds: int = 25
    """How long requests under way may go on after SIGTERM."""

    def url_of(self, portal: Portal, utility: str = "") -> str:
        """The address of a utility's portal, without a slash at the end.

        One that has no address of its own is served at the installation's.
        """
        own = _portals(self.utility_hosts).get(utility, {})
        ours = self.public_url if portal == "contractor" else self.operator_url
        return own.get(portal, ours).rstrip("/")

    def place_of(self, host: str) -> tuple[Portal, str] | None:
        """The portal and the utility a `Host` header names; None for a stranger."""
        for utility in (self.utility, *_portals(self.utility_hosts)):
            for portal in _PORTALS:
                if host.lower() == urlsplit(self.url_of(portal, utility)).netloc.lower():
                    return portal, utility
        return None

    @property
    def build_id(self) -> str:
        """The same in every process of a release, another in the next."""
        return self.build or _fingerprint()


_PORTALS: tuple[Portal, ...] = ("contractor", "operator")


@lru_cache(maxsize=4)
def _portals(hosts: str) -> dict[str, dict[Portal, str]]:
    """Read once; a setting that is no such JSON stops the start."""
    return TypeAdapter(dict[str, dict[Portal, str]]).validate_json(hosts)


@lru_cache(maxsize=1)
def _fingerprint() -> str:
    digest = hashlib.sha256()
    for file in sorted(_ROOT.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(_ROOT)}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=1)
def gateway_settings() -> GatewaySettings:
    """The settings of this process, read once."""
    return GatewaySettings()
