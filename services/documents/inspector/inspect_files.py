"""One file: claim, assemble, inspect, keep, tell."""

from __future__ import annotations

from services.chassis import clock, faults
from services.chassis.logging import logger
from services.chassis.objects import NoSuchObject, content_key
from services.documents.inspection import Rejected, Subject, inspect
from services.documents.inspector import quarantine
from services.documents.inspector.assembly import assembled, chunks_of
from services.documents.inspector.metrics import INSPECTED, INSPECTION_SECONDS, INTERRUPTED
from services.documents.inspector.quarantine import Claim
from services.documents.store.files import objects

log = logger(__name__)


class InspectionBroke(Exception):
    """A step failed in a way it should not; the file is suspected."""


def inspect_next_file() -> int:
    """The next file of the quarantine, if there is one.

    Killed at any point, it stays in quarantine and is due again when the lease ends: the bytes
    are stored under their hash before the row says so, and storing them twice is storing once.
    """
    claim = quarantine.claim_next()
    if claim is None:
        return 0
    if claim.spent:
        _tell(claim, "unreadable", quarantine.reject(claim, "unreadable"))
        return 1
    started = clock.monotonic()
    try:
        _judge(claim)
    except (NoSuchObject, InspectionBroke) as problem:
        _interrupted(claim, problem, counted=True)
    except Exception as problem:
        _interrupted(claim, problem, counted=False)
    INSPECTION_SECONDS.observe(clock.monotonic() - started)
    return 1


def _judge(claim: Claim) -> None:
    with assembled(claim.parts) as (file, stored):
        subject = Subject(
            file=file,
            filename=claim.filename,
            kind=claim.kind,
            announced_size=claim.size,
            promised_sha256=claim.sha256,
            size=stored.size,
            sha256=stored.sha256 or "",
        )
        faults.point("inspection")
        try:
            inspect(subject)
        except Rejected as no:
            _tell(claim, no.reason, quarantine.reject(claim, no.reason))
            return
        except Exception as problem:
            raise InspectionBroke(type(problem).__name__) from problem
        objects().put(content_key(subject.sha256), chunks_of(file), subject.size)
        faults.point("between-object-and-row")
        _tell(claim, "accepted", quarantine.accept(claim, subject.sha256))


def _tell(claim: Claim, outcome: str, mine: bool) -> None:
    if mine:
        INSPECTED.labels(outcome).inc()
        log.info("file_inspected", document_id=claim.document_id, outcome=outcome)


def _interrupted(claim: Claim, problem: Exception, *, counted: bool) -> None:
    INTERRUPTED.labels(type(problem).__name__).inc()
    log.warning(
        "inspection_interrupted",
        document_id=claim.document_id,
        attempts=claim.attempts,
        problem=str(problem) if isinstance(problem, InspectionBroke) else type(problem).__name__,
    )
    quarantine.give_back(claim, counted=counted)
