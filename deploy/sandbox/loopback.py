"""The sandbox calls nobody but this machine: the guard on every request it makes."""

import ipaddress
import socket
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult


class NotLoopback(ValueError):
    """The address is not one of this machine, or not one the sandbox can call at all."""


def ensure_loopback(url: str) -> None:
    """Raise ``NotLoopback`` unless the URL is http(s) to localhost, ``*.localhost`` or 127/8, ::1.

    ``localhost`` and everything below it is loopback by RFC 6761, section 6.3.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise NotLoopback("not a URL") from error
    if parts.scheme not in {"http", "https"} or parts.username is not None:
        raise NotLoopback("not a plain http(s) URL")
    if host == "localhost" or host.endswith(".localhost"):
        return
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise NotLoopback("not a loopback address")


class LoopbackResolver(AbstractResolver):
    """Answers 127.0.0.1 to every name, so no name can lead elsewhere between check and call."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        del family  # IPv4 only
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing is held."""
