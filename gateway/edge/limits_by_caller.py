"""Which limit on how often a request counts against, from the settings."""

from __future__ import annotations

from gateway.edge.rates import Rate
from gateway.settings import GatewaySettings


class CallerRates:
    """Strangers by address, firms' own software by key. What costs fails closed.

    Numbers, codes and messages have limits of their own in identity, counted in its database:
    these here keep one caller from being everybody's load.
    """

    def __init__(self, settings: GatewaySettings) -> None:
        a_minute = settings.strangers_reads_a_minute
        self._reads = Rate(at_once=a_minute, a_minute=a_minute)
        a_minute = settings.strangers_writes_a_minute
        self._writes = Rate(at_once=a_minute, a_minute=a_minute)
        a_minute = settings.firm_searches_a_minute
        self.searches = Rate(at_once=a_minute, a_minute=a_minute)
        """Searches for firms, by address: a plumber makes a few, a robot reads the register."""
        a_minute = settings.wrong_secrets_a_minute
        self.wrong_secrets = Rate(at_once=a_minute, a_minute=a_minute)
        """Sessions and keys that were none, by address."""
        self.keys = Rate(at_once=settings.key_burst, a_minute=settings.key_requests_a_minute)
        """Requests of a firm's own software, by key."""

    def count_stranger(self, address: str, *, writes: bool) -> None:
        """A request without a session. Refuses TooManyRequests."""
        (self._writes if writes else self._reads).count(address)
