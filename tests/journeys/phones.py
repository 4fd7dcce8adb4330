"""The phones and mailboxes of the sandbox, as their owners read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from tests.support.waiting import until

_CODE = re.compile(r"(?<![-\w])(\d{6})\b")
"""Six digits by themselves: the number of a case ends with six too."""
_LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Phones:
    """Reads messages over the sandbox's own API."""

    sandbox_url: str

    def messages(self, to: str) -> list[dict[str, Any]]:
        """Newest first."""
        answer = httpx.get(f"{self.sandbox_url}/api/messages", params={"to": to})
        found: list[dict[str, Any]] = answer.raise_for_status().json()
        return found

    def next_to(self, to: str, seen: set[str], *, holding: str = "") -> dict[str, Any]:
        """The first message that was not there before and holds the text."""

        def look() -> dict[str, Any] | None:
            for message in self.messages(to):
                if message["id"] not in seen and holding in str(message["body"]):
                    return message
            return None

        found = until(look, what=f"a message holding {holding!r} to {to}")
        assert found is not None
        return found

    def ids(self, to: str) -> set[str]:
        """Those that are there now."""
        return {str(message["id"]) for message in self.messages(to)}

    @contextmanager
    def code_to(self, to: str) -> Iterator[Callable[[], str]]:
        """The code that comes because of what is done inside."""
        seen = self.ids(to)

        def code() -> str:
            message = until(lambda: self._coded(to, seen), what=f"a code to {to}")
            return str(message)

        yield code

    def _coded(self, to: str, seen: set[str]) -> str | None:
        for message in self.messages(to):
            match = _CODE.search(str(message["body"]))
            if message["id"] not in seen and match:
                return match[1]
        return None

    def link_to(self, to: str, seen: set[str]) -> str:
        """The address in the newest mail that was not there before."""

        def look() -> str | None:
            for message in self.messages(to):
                match = _LINK.search(str(message["body"]))
                if message["id"] not in seen and match:
                    return match[0]
            return None

        return str(until(look, what=f"a link to {to}"))
