"""Sending what is due: one lane an urgency, so that codes and emergencies never wait for news."""

from services.notify.deliveries.lanes import deliver_codes, deliver_emergencies, deliver_ordinary

__all__ = ["deliver_codes", "deliver_emergencies", "deliver_ordinary"]
