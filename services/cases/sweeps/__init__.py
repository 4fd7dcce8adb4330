"""Timed work of cases."""

from services.cases.sweeps.announce_freezes import announce_freezes

__all__ = ["announce_freezes"]
