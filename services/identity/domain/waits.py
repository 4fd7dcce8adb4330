"""How failures against one factor of one account slow the next try, and stop it.

Ten failures an hour, growing waits from the fifth in a row, and after a hundred in a row the
factor is disabled (NIST SP 800-63B-4, 3.2.2). A new code never resets what was counted.
"""

from __future__ import annotations

from datetime import timedelta

WINDOW = timedelta(hours=1)
MOST_IN_WINDOW = 10
MOST_IN_ROW = 100
FREE_FAILURES = 4
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 900


def wait_after(in_row: int) -> timedelta:
    """None for the first four failures in a row, then 30 s doubling to 15 min."""
    beyond = in_row - FREE_FAILURES
    if beyond <= 0:
        return timedelta(0)
    doubled = FIRST_WAIT_SECONDS * 2 ** min(beyond - 1, 10)
    return timedelta(seconds=min(doubled, LONGEST_WAIT_SECONDS))
