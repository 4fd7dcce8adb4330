"""Which claim is proven by which tests; the numbers are those of the quality page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Proof:
    """A claim and the pytest selections that prove it, and what of the claim they do not cover."""

    id: str
    claim: str
    tests: tuple[str, ...]
    not_covered: str = ""


PROOFS = (
    Proof(
        "P2",
        "named kill points: before and after COMMIT, between publish and mark, in the inspector, "
        "between claim and send, between the provider's answer and the status write",
        (
            "tests/wire/test_events.py",
            "tests/journeys/test_parts_down.py",
            "tests/storage/documents/test_inspector.py",
        ),
    ),
    Proof(
        "P3",
        "an accepted emergency report reaches the duty phone with any one part stopped",
        ("tests/journeys/test_parts_down.py",),
        "first-ring times with 2,000 ordinary SMS queued ahead; a second provider",
    ),
    Proof(
        "P5",
        "parallel guesses: at most five are compared, and every one is counted; an app's code is "
        "used once",
        (
            "tests/storage/identity/test_parallel_guesses.py",
            "tests/storage/identity/test_totp.py",
            "tests/proofs/test_p5_guesses.py",
        ),
    ),
    Proof(
        "P6",
        "a stolen password enrols no phone, app or passkey and reaches no case",
        (
            "tests/journeys/test_factors_api.py",
            "tests/storage/identity/test_stolen_password.py",
            "tests/storage/identity/test_enrolment.py",
        ),
    ),
    Proof(
        "P7",
        "no firm, role, utility, stranger or machine passes a border: every route that wants a "
        "session, asked by everybody, answers as classified",
        ("tests/proofs/test_p7_borders.py", "tests/architecture/test_borders.py"),
    ),
    Proof(
        "P9",
        "broker killed again and again: calls, events and consumers are back within 15 s",
        ("tests/proofs/test_p9_broker.py", "tests/wire/test_outages.py"),
        "a connection reset or black-holed by a proxy; ten minutes of absence",
    ),
    Proof(
        "P10",
        "poison is parked, its neighbours go through, an operator replays it once; also as RPC",
        ("tests/wire/test_events.py", "tests/wire/test_calls.py"),
        "three in a thousand under load",
    ),
    Proof(
        "P11",
        "what is heard, in any order and repeated, ends as if told once",
        (
            "tests/storage/test_any_arrival.py",
            "tests/storage/cases/test_any_order.py",
            "tests/storage/documents/test_following.py",
            "tests/storage/notify/test_any_order.py",
        ),
    ),
    Proof(
        "P13",
        "deadlines, lead times and freezes are right for every hour 2023-2030 in Oslo, against "
        "an oracle of whole numbers",
        ("tests/proofs/test_p13_deadlines.py",),
    ),
)
