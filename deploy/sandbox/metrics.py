"""What the sandbox counts, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter


class Metrics:
    """Counters in a registry of their own, so that several sandboxes can live in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.messages = Counter(
            "sandbox_messages",
            "Messages accepted from the portal",
            ["kind"],
            registry=self.registry,
        )
        self.callbacks = Counter(
            "sandbox_callbacks",
            "Requests made to the portal, by outcome",
            ["outcome"],
            registry=self.registry,
        )
        self.faults = Counter(
            "sandbox_faults",
            "Messages and requests a fault has hit",
            ["target", "mode"],
            registry=self.registry,
        )
