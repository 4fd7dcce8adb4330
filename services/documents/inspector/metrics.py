"""The inspector's numbers."""

from prometheus_client import Counter, Gauge, Histogram

INSPECTED = Counter("documents_inspected", "Files inspected, by outcome", ["outcome"])
INSPECTION_SECONDS = Histogram(
    "document_inspection_seconds",
    "Time from claim to verdict",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300),
)
INTERRUPTED = Counter("document_inspections_interrupted", "Tries that gave no verdict", ["reason"])
LETTERS = Counter("letters_issued", "Letters written into a journal", ["letter"])
IN_QUARANTINE = Gauge("documents_in_quarantine", "Files waiting for a verdict")
LETTERS_WAITING = Gauge("letters_waiting", "Letters ordered and not yet written")
