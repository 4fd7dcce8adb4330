"""The provider says how a message or a call is doing."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.logging import logger
from services.chassis.messages import Nothing
from services.notify.contract.operations import RecordDeliveryStatus
from services.notify.domain.callback import meaning
from services.notify.model import Delivery
from services.notify.outgoing.progress import advance
from services.notify.store import deliveries

log = logger(__name__)


def record_delivery_status(request: RecordDeliveryStatus, work: Work) -> Nothing:
    """Forward only: repeated, late and reordered callbacks end alike; unknown words do nothing.

    A callback may overtake the provider's own answer, or come instead of it: `delivery_id` then
    says which message it is, else it waits for the answer to name it.
    """
    state = meaning(request.status)
    if state is None:
        log.info("unknown_status", status_known=False)
        return Nothing()
    deliveries.hold_name(work.session, request.provider_id)
    row = deliveries.named(work.session, request.provider_id) or _adopted(request, work)
    if row is None:
        deliveries.remember_early(work.session, request.provider_id, state, request.error, work.now)
        return Nothing()
    advance(work, row, state, request.error)
    return Nothing()


def _adopted(request: RecordDeliveryStatus, work: Work) -> Delivery | None:
    """The message whose answer was lost, now that the callback names it."""
    if not request.delivery_id:
        return None
    row = deliveries.locked(work.session, request.delivery_id)
    if row is None:
        return None
    lost = deliveries.last_unanswered(work.session, row.id)
    if lost is None:
        return None
    lost.provider_id = request.provider_id
    row.provider_id = request.provider_id
    return row
