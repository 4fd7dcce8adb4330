"""What the lifeline tells Prometheus."""

from prometheus_client import Counter, Gauge

RINGS = Counter("lifeline_rings", "Tries to ring the person on call", ["outcome"])
TEXTS = Counter("lifeline_texts", "Texts to the person on call", ["outcome"])
STAND_DOWNS = Counter("lifeline_stand_downs", "Reports notify rang for by itself")
PENDING = Gauge("lifeline_pending", "Reports nobody has been rung for yet")
BROKER = Gauge("lifeline_broker_connected", "1 while the lifeline can hear notify")
