"""S2 and S3: the same questions to one utility at three sizes. BENCH_SIZES measures others."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import Any

from deploy.local.description import Description
from tests.bench import s2_submit, s3_lists
from tests.bench.many_cases import Crowd, copy_cases
from tests.bench.people import logged_in
from tests.bench.report import Result

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "10000,100000,1000000").split(",")]
# Lists come first at each size: submitting adds cases of its own.
MEASURED: dict[str, Any] = {"S3": s3_lists, "S2": s2_submit}


def measure(bed: Description, wanted: Collection[str]) -> list[Result]:
    """Grow the utility to each size, and measure there what is wanted of S2 and S3."""
    crowd = _crowd(bed)
    found: dict[str, dict[int, Any]] = {name: {} for name in MEASURED if name in wanted}
    for before, size in zip((0, *SIZES), SIZES, strict=False):
        copy_cases(bed.superuser_url, "cases", crowd, before, size)
        for name, by_size in found.items():
            by_size[size] = MEASURED[name].at(bed, size)
    return [result for name, by_size in found.items() for result in MEASURED[name].results(by_size)]


def _crowd(bed: Description) -> Crowd:
    firm, worker = logged_in(bed, "contractor").me, logged_in(bed, "operator").me
    acting = next(one for one in firm["firms"] if one["firm_id"] == firm["firm_id"])
    return Crowd(
        utility=firm["utility"],
        firm_id=firm["firm_id"],
        firm_name=acting["name"],
        firm_orgnr=acting["orgnr"],
        worker_id=worker["person_id"],
    )
