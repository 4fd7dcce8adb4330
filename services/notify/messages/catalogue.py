"""Read and check every message at start: languages, channels, placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from services.chassis.i18n import LANGUAGES, Language
from services.chassis.i18n.placeholders import placeholders
from services.chassis.i18n.problems import problems
from services.chassis.i18n.yaml_texts import read_texts
from services.notify.domain.delivery import Channel, Urgency

FOLDER = Path(__file__).parent
ALWAYS = frozenset({"utility"})
"""Values every message may use without naming them."""
_NEEDED: dict[Channel, frozenset[str]] = {
    "sms": frozenset({"sms"}),
    "email": frozenset({"email.subject", "email.body"}),
    "call": frozenset(),
}
_MAY_HAVE = {"sms", "email.subject", "email.body", "email.action"}


class Message(BaseModel):
    """What `message.yaml` says of a message, and its texts by language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    audience: Literal["person", "firm", "caseworker", "on_call"]
    urgency: Urgency
    channels: tuple[Channel, ...]
    at_night: bool = False
    """A text of it is sent at any hour: somebody may be taking over an account just now."""
    values: tuple[str, ...]
    """What its texts may use; a sender must give exactly these."""
    secret: str | None = None
    """The placeholder that is filled in at the moment of sending and never kept."""
    texts: Mapping[Language, Mapping[str, str]]

    def problems(self) -> list[str]:
        """What is wrong with it, one line each."""
        found = list(problems(self.texts))
        texts = self.texts["nb"]
        needed = frozenset().union(*(_NEEDED[channel] for channel in self.channels))
        found += [f"no {name}" for name in needed - texts.keys()]
        found += [f"unexpected {name}" for name in texts.keys() - _MAY_HAVE]
        if ("email.action" in texts) != ("link" in self.values and "email" in self.channels):
            found.append("a link in an e-mail needs an action, and an action a link")
        used = frozenset().union(*(placeholders(text) for text in texts.values()))
        offered = {*self.values, *ALWAYS, *([self.secret] if self.secret else [])}
        found += [f"uses {{{name}}} without naming it" for name in used - offered]
        found += [f"never uses {{{name}}}" for name in {*self.values} - used - {"link"}]
        return [f"{self.key}: {line}" for line in sorted(found)]


class FaultyMessages(ValueError):
    """A message cannot be sent as it stands; the process must not start."""


def load(folder: Path) -> dict[str, Message]:
    """Every message in the folder. Raises FaultyMessages, naming each fault."""
    loaded = {file.parent.name: _read(file) for file in sorted(folder.glob("*/message.yaml"))}
    faults = [line for each in loaded.values() for line in each.problems()]
    if faults or not loaded:
        raise FaultyMessages("; ".join(faults) or f"no messages in {folder.name}")
    return loaded


def _read(file: Path) -> Message:
    texts = {
        language: dict(read_texts(file.with_name(f"{language}.yaml"))) for language in LANGUAGES
    }
    return Message(key=file.parent.name, texts=texts, **yaml.safe_load(file.read_text("utf-8")))


@lru_cache(maxsize=1)
def messages() -> Mapping[str, Message]:
    """The messages of this installation, read once."""
    return load(FOLDER)


def message(key: str) -> Message:
    """One message; KeyError when there is none."""
    return messages()[key]
