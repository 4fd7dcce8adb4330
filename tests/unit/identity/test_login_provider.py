"""A utility's own login: what its claims give, and what it is trusted with."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from services.identity.contract.errors import ProviderDenied
from services.identity.domain.login_provider import LoginProvider

GIVEN: dict[str, Any] = {
    "utility": "fjordby",
    "name": "Fjordby ID",
    "issuer": "https://login.vann.example",
    "client_id": "portal",
    "roles_claim": "groups",
    "roles": {"sak": ("caseworker",), "leder": ("approver", "caseworker")},
    "trusted_amr": {"mfa"},
    "trusted_acr": {"level4"},
}


def provider(**changes: Any) -> LoginProvider:
    """As configured."""
    return LoginProvider(**{**GIVEN, **changes})


def test_each_text_of_the_claim_gives_its_roles_once() -> None:
    claims = {"groups": ["leder", "sak", "kantine"]}
    assert provider().roles_of(claims) == ["approver", "caseworker"]


@pytest.mark.parametrize(
    "claims",
    [{}, {"groups": []}, {"groups": ["kantine"]}, {"groups": "sak"}, {"groups": [["sak"], 1]}],
)
def test_claims_that_give_no_role_let_nobody_in(claims: dict[str, Any]) -> None:
    with pytest.raises(ProviderDenied):
        provider().roles_of(claims)


def test_a_required_text_is_required_whatever_else_is_held() -> None:
    strict = provider(required_role="ansatt")
    assert strict.roles_of({"groups": ["ansatt", "sak"]}) == ["caseworker"]
    with pytest.raises(ProviderDenied):
        strict.roles_of({"groups": ["sak", "leder"]})


@pytest.mark.parametrize(
    ("claims", "twice"),
    [
        ({"amr": ["pwd", "mfa"]}, True),
        ({"acr": "level4"}, True),
        ({"amr": ["pwd"]}, False),
        ({"amr": "mfa"}, False),
        ({"acr": "level3", "amr": []}, False),
        ({}, False),
    ],
)
def test_a_second_factor_counts_only_when_it_is_a_trusted_one(
    claims: dict[str, Any], *, twice: bool
) -> None:
    assert provider().proved_twice(claims) is twice
    assert provider(trusted_amr=set(), trusted_acr=set()).proved_twice(claims) is False


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": "a@vann.example"},
        {"email": "a@vann.example", "email_verified": False},
        {"email": "a@vann.example", "email_verified": "true"},
        {"email": "no address", "email_verified": True},
        {"email": ["a@vann.example"], "email_verified": True},
    ],
)
def test_an_address_counts_only_when_it_is_said_to_be_verified(claims: dict[str, Any]) -> None:
    with pytest.raises(ProviderDenied):
        provider().email_of(claims)


def test_a_provider_that_does_not_say_may_be_believed_by_configuration() -> None:
    trusting = provider(verified_email=False)
    assert trusting.email_of({"email": "a@vann.example"}) == "a@vann.example"


@pytest.mark.parametrize("issuer", ["http://login.vann.example", "login.vann.example", ""])
def test_an_issuer_is_reached_over_tls(issuer: str) -> None:
    with pytest.raises(ValidationError):
        provider(issuer=issuer)
