"""Passkeys (WebAuthn Level 2): what is asked of an authenticator, and whether its answer holds.

The relying party is the portal's own host, so a passkey of one portal is none at the other, and one
made for a look-alike host is none at all.
"""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from services.chassis import ids
from services.chassis.db.work import Work
from services.identity.contract.errors import PasskeyRefused
from services.identity.contract.types.factors import PasskeyOptions
from services.identity.contract.types.words import Portal
from services.identity.model import LoginSession, Passkey, Person
from services.identity.settings import identity_settings
from services.identity.steps.ceremony import Ceremony
from services.identity.store import challenges, passkeys

NOT_AN_ANSWER = (WebAuthnException, ValueError, TypeError, KeyError, AttributeError, LookupError)
"""How the library and its parsers fail on what no authenticator sends."""


def options_for_use(work: Work, ceremony: Ceremony) -> PasskeyOptions:
    """A fresh challenge for the person's passkeys at the portal. Raises PasskeyRefused for none."""
    known = passkeys.at_portal(work.session, ceremony.person_id, ceremony.portal)
    if not known:
        raise PasskeyRefused
    asked = webauthn.generate_authentication_options(
        rp_id=_host(ceremony.portal),
        allow_credentials=_descriptors(known),
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    challenge = bytes_to_base64url(asked.challenge)
    challenges.keep(work.session, ceremony.purpose, ceremony.bound_to, challenge, work.now)
    return PasskeyOptions(public_key=json.loads(webauthn.options_to_json(asked)))


def use(work: Work, ceremony: Ceremony, answer: str) -> None:
    """The challenge is taken, then the answer checked. Raises PasskeyRefused.

    Origin, host, signature and the use counter must fit: a counter that did not grow means a copy.
    """
    challenge = challenges.take(work.session, ceremony.purpose, ceremony.bound_to, work.now)
    by_id = {
        key.credential_id: key
        for key in passkeys.at_portal(work.session, ceremony.person_id, ceremony.portal)
    }
    try:
        key = by_id[json.loads(answer)["id"]]
        verified = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(ceremony.portal),
            expected_origin=_origin(ceremony.portal),
            credential_public_key=base64url_to_bytes(key.public_key),
            credential_current_sign_count=key.sign_count,
        )
    except NOT_AN_ANSWER:
        raise PasskeyRefused from None
    passkeys.used(work.session, key, verified.new_sign_count, work.now)


def options_for_adding(work: Work, held: LoginSession, person: Person) -> PasskeyOptions:
    """A fresh challenge for a new passkey; those one has are not offered again."""
    portal: Portal = held.portal  # type: ignore[assignment] # validated when it was written
    asked = webauthn.generate_registration_options(
        rp_id=_host(portal),
        rp_name=identity_settings().issuer,
        user_id=person.person_id.encode(),
        user_name=person.email,
        user_display_name=person.name,
        exclude_credentials=_descriptors(
            passkeys.at_portal(work.session, person.person_id, portal)
        ),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
    )
    challenge = bytes_to_base64url(asked.challenge)
    challenges.keep(work.session, "adding", held.session_id, challenge, work.now)
    return PasskeyOptions(public_key=json.loads(webauthn.options_to_json(asked)))


def added(work: Work, held: LoginSession, name: str, answer: str) -> Passkey:
    """The new passkey. Raises PasskeyRefused, also for one that somebody has registered."""
    portal: Portal = held.portal  # type: ignore[assignment] # validated when it was written
    challenge = challenges.take(work.session, "adding", held.session_id, work.now)
    try:
        verified = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(portal),
            expected_origin=_origin(portal),
        )
    except NOT_AN_ANSWER:
        raise PasskeyRefused from None
    credential_id = bytes_to_base64url(verified.credential_id)
    if passkeys.is_known(work.session, portal, credential_id):
        raise PasskeyRefused
    key = Passkey(
        passkey_id=ids.new_id(),
        person_id=held.person_id,
        portal=portal,
        credential_id=credential_id,
        public_key=bytes_to_base64url(verified.credential_public_key),
        sign_count=verified.sign_count,
        name=name,
        added_at=work.now,
        used_at=None,
    )
    work.session.add(key)
    work.session.flush()
    return key


def _descriptors(keys: list[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.credential_id)) for key in keys]


def _origin(portal: Portal) -> str:
    return identity_settings().url_of(portal)


def _host(portal: Portal) -> str:
    return urlsplit(_origin(portal)).hostname or ""
