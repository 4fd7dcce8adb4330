"""Addresses of pages in the portals."""

from __future__ import annotations

from collections.abc import Mapping

from services.notify.settings import addresses


def contractor(path: str = "/") -> str:
    """A page of the contractor portal."""
    return addresses().public_url.rstrip("/") + path


def operator(path: str = "/") -> str:
    """A page of the operator portal."""
    return addresses().operator_url.rstrip("/") + path


def case_page(case_id: str) -> str:
    """The case, for the firm."""
    return contractor(f"/saker/{case_id}")


def operators_case_page(case_id: str) -> str:
    """The case, for the utility."""
    return operator(f"/saker/{case_id}")


def at_utility(values: Mapping[str, str], portals: tuple[str, str]) -> dict[str, str]:
    """The same values, with links to the utility's own portals where it has them."""
    moved = dict(values)
    for ours, theirs in zip((contractor(""), operator("")), portals, strict=True):
        if theirs:
            moved = {name: _moved(value, ours, theirs) for name, value in moved.items()}
    return moved


def _moved(value: str, ours: str, theirs: str) -> str:
    return theirs + value.removeprefix(ours) if value.startswith(f"{ours}/") else value
