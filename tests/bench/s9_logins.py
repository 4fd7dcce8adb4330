"""S9: two hundred parallel logins beside somebody at work: the work's times, and memory.

Each round is a rush of 200 first factors (Argon2id, two at a time) while one visitor asks one thing
after the other; the rounds without a rush are the same work alone, in the same run.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from deploy.local.description import Description
from tests.bench.report import Result, quantile
from tests.journeys.visitor import Visitor
from tests.support.crowd import Scene, newcomers

PEOPLE, ROUNDS, SECONDS = 200, 5, 8.0
AIM_SECONDS, AIM_GROWTH_MB = 1.0, 32.0
WATCHED = ("gateway", "identity")
ADMIN = ("admin@rorlegger.example", "+4790000001")


def resident(bed: Description) -> dict[str, float]:
    """MB of each watched process, as it stands."""
    found = {}
    for name in WATCHED:
        status = Path(f"/proc/{bed.control.pid(name)}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        found[name] = int(line.split()[1]) / 1024
    return found


def measure(bed: Description) -> list[Result]:
    """Alone and under a rush, in turns; memory after each rush."""
    emails = newcomers(bed, PEOPLE)
    alone: list[float] = []
    rushed: list[float] = []
    memory: list[dict[str, float]] = []
    said: Counter[int] = Counter()
    with Visitor(bed) as visitor:
        visitor.log_in(*ADMIN)
        scene = Scene(bed, visitor)
        for _ in range(ROUNDS):
            alone += [answer.seconds * 1000 for answer in scene.work(SECONDS / 2)]
            logins, work = scene.rush(emails, SECONDS)
            said.update(answer.status for answer in logins)
            rushed += [answer.seconds * 1000 for answer in work]
            memory.append(resident(bed))
    return [_times(alone, rushed, said), _memory(memory)]


def _times(alone: list[float], rushed: list[float], said: Counter[int]) -> Result:
    p95 = quantile(rushed, 0.95)
    honest = set(said) <= {201, 429, 503} and said.total() == PEOPLE * ROUNDS
    answers = ", ".join(f"{count} x {status}" for status, count in sorted(said.items()))
    return Result(
        "S9",
        f"other requests during {PEOPLE} parallel logins, {ROUNDS} times",
        f"p95 < {AIM_SECONDS:.0f} s, every login answered 201, 429 or 503",
        f"p95 {p95:.0f} ms (alone {quantile(alone, 0.95):.0f} ms); {answers}",
        p95 < AIM_SECONDS * 1000 and honest,
        {"during": rushed, "alone": alone},
    )


def _memory(memory: list[dict[str, float]]) -> Result:
    """From after the first rush, when what is needed once has been taken, to after the last."""
    growth = {name: memory[-1][name] - memory[0][name] for name in WATCHED}
    return Result(
        "S9",
        "memory over the rushes",
        f"grows <= {AIM_GROWTH_MB:.0f} MB from the first to the last",
        "; ".join(f"{name} {grown:+.1f} MB" for name, grown in growth.items()),
        max(growth.values()) <= AIM_GROWTH_MB,
        {name: [taken[name] for taken in memory] for name in WATCHED},
        "MB",
    )
