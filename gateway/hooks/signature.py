"""Only the telephone provider may call a webhook: it signs address and parameters.

https://www.twilio.com/docs/usage/security
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from twilio.request_validator import RequestValidator

from gateway.edge.numbers import WEBHOOKS_REFUSED
from gateway.refusals import SignatureInvalid
from gateway.state import gateway_of

Parameters = dict[str, str]


async def signed(request: Request) -> Parameters:
    """The parameters of a webhook that bears the provider's signature.

    The provider signs the public address, whatever address a proxy forwards it to. Refuses
    SignatureInvalid.
    """
    settings = gateway_of(request).settings
    form = await request.form()
    parameters = {name: value for name, value in form.items() if isinstance(value, str)}
    url = settings.public_url.rstrip("/") + request.url.path
    if request.url.query:
        url = f"{url}?{request.url.query}"
    given = request.headers.get("x-twilio-signature", "")
    validator = RequestValidator(settings.twilio_auth_token)
    if not settings.twilio_auth_token or not validator.validate(url, parameters, given):
        WEBHOOKS_REFUSED.inc()
        raise SignatureInvalid
    return parameters


Signed = Annotated[Parameters, Depends(signed)]
"""A webhook's parameters, proven to come from the provider."""
