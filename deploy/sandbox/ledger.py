"""Everything the outside world has seen of the portal, newest first, at most 20,000 entries."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from . import clock
from .journal import Journal
from .message import Message, read_record
from .parties import canonical

MOST_ENTRIES = 20_000
MOST_LINES = 5 * MOST_ENTRIES
"""Journal lines before the file is written anew with only what the ledger still holds."""


class Ledger:
    """Messages by id, by recipient and by person; each change also goes to the journal."""

    def __init__(self, journal: Journal | None = None, most: int = MOST_ENTRIES) -> None:
        self._journal = journal
        self._most = most
        self._all: dict[str, Message] = {}
        self._by_recipient: dict[str, dict[str, Message]] = {}
        self._by_person: dict[str, dict[str, Message]] = {}
        if journal is not None:
            self._remember(journal)

    def add(self, message: Message) -> None:
        """Take in a message; the oldest gives way when the ledger is full."""
        self._index(message)
        if self._journal is not None:
            self._write(message.record())

    def change(self, message: Message, **changes: Any) -> None:
        """Change fields of a message and keep the change."""
        for name, value in changes.items():
            setattr(message, name, value)
        message.changed_at = clock.now()
        self._write(message.part(("id", "changed_at", *changes)))

    def get(self, id: str) -> Message | None:
        return self._all.get(id)

    def newest(self, to: str | None = None) -> Iterator[Message]:
        """What has reached people, newest first, all or for one recipient."""
        source = self._all if to is None else self._by_recipient.get(canonical(to), {})
        return (message for message in reversed(list(source.values())) if message.arrived)

    def accepted(self) -> Iterator[Message]:
        """What the provider has accepted, newest first, also what never arrived."""
        return reversed(list(self._all.values()))

    def of_person(self, person: str) -> list[Message]:
        """Both directions of one phone or mailbox, newest first."""
        found = self._by_person.get(canonical(person), {})
        return [message for message in reversed(found.values()) if message.arrived]

    def people(self) -> list[str]:
        """Phones and mailboxes with at least one message, latest used first."""
        latest = {
            person: message
            for person, messages in self._by_person.items()
            if (message := next((m for m in reversed(messages.values()) if m.arrived), None))
        }
        return sorted(latest, key=lambda person: latest[person].sent_at, reverse=True)

    def clear(self) -> int:
        """Forget everything; tells how many there were."""
        count = len(self._all)
        self._all.clear()
        self._by_recipient.clear()
        self._by_person.clear()
        if self._journal is not None:
            self._journal.replace(())
        return count

    def close(self) -> None:
        if self._journal is not None:
            self._journal.close()

    def _index(self, message: Message) -> None:
        self._all[message.id] = message
        self._by_recipient.setdefault(canonical(message.to), {})[message.id] = message
        self._by_person.setdefault(canonical(message.person), {})[message.id] = message
        for oldest in list(islice(self._all.values(), max(0, len(self._all) - self._most))):
            self._forget(oldest)

    def _forget(self, message: Message) -> None:
        del self._all[message.id]
        for index, key in ((self._by_recipient, message.to), (self._by_person, message.person)):
            entries = index[canonical(key)]
            del entries[message.id]
            if not entries:
                del index[canonical(key)]

    def _write(self, record: dict[str, Any]) -> None:
        if self._journal is None:
            return
        self._journal.append(record)
        if self._journal.lines > MOST_LINES:
            self._journal.replace(message.record() for message in self._all.values())

    def _remember(self, journal: Journal) -> None:
        """Replay the journal: a first line creates, later lines with the same id change."""
        records: dict[str, dict[str, Any]] = {}
        for record in journal.read():
            if "kind" in record:
                records[record["id"]] = record
            elif record.get("id") in records:
                records[record["id"]].update(record)
        for record in islice(records.values(), max(0, len(records) - self._most), None):
            self._index(read_record(record))
        journal.replace(message.record() for message in self._all.values())
