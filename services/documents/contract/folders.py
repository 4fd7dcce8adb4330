"""A firm's own folder: papers that belong to no case, kept under a name of their own."""

from __future__ import annotations

_FOLDER = "firm:"


def firm_folder(firm_id: str, utility: str) -> str:
    """Stands where a case's id does."""
    return f"{_FOLDER}{firm_id}@{utility}"


def is_firm_folder(case_id: str) -> bool:
    """True for what no case is behind."""
    return case_id.startswith(_FOLDER)
