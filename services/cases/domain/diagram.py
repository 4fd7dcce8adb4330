"""Draws a lifecycle from its table, for the README; a test holds the two together."""

from __future__ import annotations

from services.cases.domain.transitions import LIFECYCLES, LifecycleName, Transition


def drawn(name: LifecycleName) -> str:
    """A Mermaid state diagram of the moves that change the status; withdrawing is left out."""
    arrows: dict[str, list[str]] = {}
    for move in LIFECYCLES[name]:
        if move.target is None or move.action == "withdraw":
            continue
        for source in move.sources:
            arrows.setdefault(f"{source} --> {move.target}", []).append(_label(move))
    lines = [f"    {arrow}: {' / '.join(labels)}" for arrow, labels in arrows.items()]
    return "\n".join(["```mermaid", "stateDiagram-v2", "    [*] --> draft", *lines, "```"])


def _label(move: Transition) -> str:
    named = move.leads not in {"", move.target}
    action = f"{move.action} ({move.leads})" if named else move.action
    return f"{action}, {move.by}"
