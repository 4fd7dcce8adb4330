"""The numbers every process tells Prometheus."""

from prometheus_client import Counter, Gauge, Histogram

RPC_CALLS = Counter("rpc_calls", "Operations served, by outcome", ["operation", "outcome"])
RPC_SECONDS = Histogram(
    "rpc_seconds",
    "Time from start of work to reply",
    ["operation"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
RPC_DROPPED = Counter("rpc_dropped", "Calls dropped before work started", ["reason"])
EVENTS_EMITTED = Counter("events_emitted", "Events written to the outbox", ["type"])
EVENTS_RECEIVED = Counter("events_received", "Events stored in the inbox", ["type"])
EVENTS_HANDLED = Counter("events_handled", "Attempts to handle an event", ["type", "outcome"])
EVENTS_REJECTED = Counter("events_rejected", "Messages that were not events", ["queue"])
INBOX_WAITING = Gauge("inbox_waiting", "Events received and not yet handled")
INBOX_PARKED = Gauge("inbox_parked", "Events an operator must look at")
OUTBOX_PUBLISHED = Counter("outbox_published", "Events confirmed by the broker", ["type"])
OUTBOX_WAITING = Gauge("outbox_waiting", "Events committed and not yet published")
RELAY_ACTIVE = Gauge("relay_active", "1 while this relay holds the lock")
SWEEPS = Counter("sweeps", "Runs of a timed sweep", ["sweep", "outcome"])
SWEPT = Counter("swept", "Items a timed sweep acted on", ["sweep"])
