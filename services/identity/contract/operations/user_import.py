"""Existing users."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Command
from services.identity.contract.types.user_import import FileContent, ImportReport


class ImportUsers(Command[ImportReport]):
    """Bring in people of known firms from a CSV file, as Excel writes it (administrator).

    Columns by name, in any order: e-mail, name, organisation number, roles, language. A dry run
    does and undoes it all. They get no password and no mobile here: both are set at their next
    login, the safe way. Repeating it changes nothing. Refuses UnreadableFile.
    """

    seconds: ClassVar[float] = 30.0
    content: FileContent
    dry_run: bool = True
