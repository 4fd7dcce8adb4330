"""The numbers of the gateway."""

from prometheus_client import Counter, Gauge, Histogram

HTTP_REQUESTS = Counter("http_requests", "Requests answered", ["method", "route", "status"])
HTTP_SECONDS = Histogram(
    "http_seconds",
    "Time from first byte to last, event streams apart",
    ["route"],
    buckets=(0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
)
EVENT_STREAMS = Gauge("event_streams", "Open event streams", ["portal"])
SPOOL_WAITING = Gauge("spool_waiting", "Emergency reports that notify does not have yet")
SPOOL_OLDEST_SECONDS = Gauge("spool_oldest_seconds", "Age of the oldest of them")
EMERGENCIES = Counter("emergencies", "Emergency reports taken in")
WEBHOOKS_REFUSED = Counter("webhooks_refused", "Webhooks with a wrong signature")
