"""`python -m services.notify.lifeline`: stand watch until told to stop."""

from __future__ import annotations

import signal
import threading

from services.chassis import health
from services.chassis.logging import logger, set_up
from services.notify.lifeline.hearing import Hearing
from services.notify.lifeline.on_call import OnCallList
from services.notify.lifeline.ringing import Ringer
from services.notify.lifeline.settings import LifelineSettings
from services.notify.lifeline.spool import Spool
from services.notify.lifeline.watch import Watch
from services.notify.messages import messages
from services.notify.providers.telephone import Telephone
from services.notify.settings import addresses, twilio_settings

log = logger(__name__)
RING_TIMEOUT_SECONDS = 4.0
"""Per request: a provider that hangs must not cost the next try more than this."""


def main() -> None:
    """The watch in this thread, the hearing in another; the spool is the truth."""
    set_up("lifeline")
    settings = LifelineSettings()
    messages()
    spool = Spool(settings.spool_dir)
    on_call = OnCallList(settings.lifeline_dir, settings.lifeline_phones)
    telephone = Telephone(
        twilio_settings(), addresses().public_url, pooled=False, timeout=RING_TIMEOUT_SECONDS
    )
    watch = Watch(spool, Ringer(spool, on_call, telephone))
    hearing = Hearing(settings.amqp_uri, spool, on_call)
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    health.serve(
        settings.metrics_port,
        {
            "spool": spool.ensure_readable,
            "watch": watch.ensure_awake,
            "on_call": on_call.ensure_known,
        },
    )
    listener = threading.Thread(target=hearing.run, args=(stopping,), name="hearing")
    listener.start()
    log.info("lifeline_ready")
    watch.run(stopping)
    listener.join(timeout=5)
    log.info("lifeline_stopped")


if __name__ == "__main__":
    main()
