"""What a utility has chosen where utilities differ."""

from __future__ import annotations

from pydantic import AwareDatetime

from services.cases.contract.types.rules import RulesView, TransferPolicy
from services.chassis.messages import Command, Query


class GetRules(Query[RulesView]):
    """The utility's choices (public: everybody may know when it opens)."""

    utility: str


class SetRules(Command[RulesView]):
    """An administrator sets them; what is not named stays. `opens_at` moves until it has passed.

    The system sets up a utility with them, in whatever past, and changes nothing that stands.
    Refuses BadInterval for an opening that has been, or a new one in the past.
    """

    utility: str = ""
    """Named by the system; others set their own utility's."""
    opens_at: AwareDatetime | None = None
    transfer: TransferPolicy | None = None
