"""People at the two portals, and the firm that most journeys are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from deploy.local.description import Description
from gateway.settings import Portal
from services.chassis import clock
from services.chassis.norway import parse_orgnr
from tests.journeys.phones import Phones
from tests.journeys.visitor import Visitor

ENTER = Callable[..., Visitor]

STAFF = {
    "caseworker": ("saksbehandler@vann.example", "+4790000011"),
    "approver": ("godkjenner@vann.example", "+4790000012"),
    "registrar": ("foretak@vann.example", "+4790000013"),
    "duty": ("vakt@vann.example", "+4790000015"),
    "editor": ("redaktor@vann.example", "+4790000016"),
    "administrator": ("administrator@vann.example", "+4790000019"),
}
FIRM_ADMIN = ("admin@rorlegger.example", "+4790000001")
OTHER_FIRM = ("leder@entreprenor.example", "+4790000003")


@dataclass(frozen=True)
class NewFirm:
    """A firm nobody has registered before, and who registers it."""

    orgnr: str
    mobile: str
    email: str

    @classmethod
    def made_up(cls) -> NewFirm:
        """Another one each time, so that a suite can run twice against one system."""
        number = int(clock.now().timestamp() * 1000) % 10_000_000
        while True:
            try:
                orgnr = parse_orgnr(f"3{number:07d}{_check_digit(f'3{number:07d}')}")
            except ValueError:
                number += 1
            else:
                return cls(orgnr, f"+479{number:07d}", f"leder{number}@nytt.example")


def _check_digit(eight: str) -> str:
    """Weights 3,2,7,6,5,4,3,2 modulo 11; `x` where no number is issued."""
    total = sum(int(d) * w for d, w in zip(eight, (3, 2, 7, 6, 5, 4, 3, 2), strict=True))
    digit = (11 - total % 11) % 11
    return str(digit) if digit < 10 else "x"


@pytest.fixture
def phones(bed: Description) -> Phones:
    return Phones(bed.sandbox_url)


@pytest.fixture
def enter(bed: Description) -> Iterator[ENTER]:
    """Somebody comes to a portal, without having logged in."""
    with ExitStack() as stack:

        def come(portal: Portal = "contractor", language: str = "nb") -> Visitor:
            return stack.enter_context(Visitor(bed, portal, language))

        yield come


@pytest.fixture
def staff(enter: ENTER) -> Callable[[str], Visitor]:
    """Somebody of the utility, logged in, by task."""

    def logged_in(task: str) -> Visitor:
        visitor = enter("operator")
        visitor.log_in(*STAFF[task])
        return visitor

    return logged_in


@pytest.fixture
def firm_admin(enter: ENTER) -> Visitor:
    """The administrator of an approved rørlegger firm."""
    visitor = enter()
    visitor.log_in(*FIRM_ADMIN)
    return visitor


@pytest.fixture
def other_firm(enter: ENTER) -> Visitor:
    """Somebody of another approved firm."""
    visitor = enter()
    visitor.log_in(*OTHER_FIRM)
    return visitor
