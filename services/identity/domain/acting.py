"""For whom a person acts after the login, and for whom they may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Acting:
    """A firm at a utility; no firm for staff, and until a person with several has chosen."""

    utility: str
    firm_id: str = ""


def first_acting(firms: Sequence[Acting], utility: str, firm_id: str = "") -> Acting:
    """The firm chosen before the login, if one is in it there.

    Else the only firm known at the login's utility, else the only firm anywhere, else a choice.
    """
    if firm_id and (wanted := Acting(utility, firm_id)) in firms:
        return wanted
    here = [firm for firm in firms if firm.utility == utility]
    for choice in (here, firms if not here else []):
        if len(choice) == 1:
            return choice[0]
    return Acting(utility)


def first_post(utilities: Sequence[str], utility: str) -> Acting:
    """Staff work at the login's utility when they have a post there, else at their first.

    Who is only invited has none yet.
    """
    return Acting(utility if utility in utilities or not utilities else utilities[0])
