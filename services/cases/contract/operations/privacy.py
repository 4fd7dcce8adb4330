"""What cases keeps of a person, for that person, and the trail for those who may read it."""

from __future__ import annotations

from services.chassis.messages.own_data import ExportMineRequest
from services.chassis.messages.trail import ListDeedsRequest, ListTrailRequest


class ExportMine(ExportMineRequest):
    """What oneself has written, sent in, read and set up in cases."""


class ListDeeds(ListDeedsRequest):
    """What oneself has done, newest first."""


class ListTrail(ListTrailRequest):
    """Cases' own trail. Refuses RoleMissing."""
