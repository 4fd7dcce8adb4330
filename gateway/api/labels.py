"""A case for API clients: its actions carry a label in the caller's language."""

from __future__ import annotations

from gateway.texts import texts
from services.cases.contract.types.case import ActionView, CaseView
from services.chassis.i18n import Language


class LabelledAction(ActionView):
    """A move, what its button says, and whether it is open now."""

    label: str


class LabelledCase(CaseView):
    """A case page."""

    actions: list[LabelledAction]  # type: ignore[assignment]  # a list is invariant; this narrows


def labelled(case: CaseView, language: Language) -> LabelledCase:
    """The case with labels; the text of an action is `action.<name>`."""
    return LabelledCase(
        **{name: value for name, value in case if name != "actions"},
        actions=[
            LabelledAction(**dict(action), label=action_label(action.name, language))
            for action in case.actions
        ],
    )


def action_label(name: str, language: Language) -> str:
    """What the button of an action says; its name where no text exists yet."""
    key = f"action.{name}"
    return texts().text(key, language) if texts().has(key, language) else name
