"""What identity does when others tell something."""

from services.identity.reactions.on_address_bounced import on_address_bounced
from services.identity.reactions.on_contact_point_changed import on_contact_point_changed

__all__ = ["on_address_bounced", "on_contact_point_changed"]
