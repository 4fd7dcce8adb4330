"""The sandbox's own clock: the outside world does not follow the portal's shifted one."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)
