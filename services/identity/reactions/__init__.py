"""What identity does when others tell something."""

from services.identity.reactions.on_address_bounced import on_address_bounced

__all__ = ["on_address_bounced"]
