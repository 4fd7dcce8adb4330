"""Every message notify sends: one folder each, with its texts in three languages."""

from services.notify.messages.catalogue import Message, message, messages
from services.notify.messages.rendering import Mail, email_of, sms_of
from services.notify.messages.words import word

__all__ = ["Mail", "Message", "email_of", "message", "messages", "sms_of", "word"]
