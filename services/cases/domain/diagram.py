"""Draws a lifecycle from its table, for the README; a test holds the two together."""

from __future__ import annotations

from services.cases.domain.transitions import LIFECYCLES, LifecycleName, Transition


def drawn(name: LifecycleName) -> str:
    """A Mermaid state diagram of the moves that change the status; withdrawing is left out."""
    lines = ["```mermaid", "stateDiagram-v2", "    [*] --> draft"]
    lines += [line for move in LIFECYCLES[name] for line in _lines(move)]
    return "\n".join([*lines, "```"])


def _lines(move: Transition) -> list[str]:
    if move.target is None or move.action == "withdraw":
        return []
    name = f"{move.action} ({move.leads})" if move.leads not in {"", move.target} else move.action
    return [f"    {source} --> {move.target}: {name}, {move.by}" for source in move.sources]
