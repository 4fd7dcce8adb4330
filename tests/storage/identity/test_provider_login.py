"""Staff by their utility's own login, against a real small provider, and everything it may fake."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import Refusal
from services.identity.contract.errors import (
    LoginExpired,
    NoLoginProvider,
    ProviderDenied,
    ProviderUnavailable,
    SessionEnded,
    WrongLogin,
)
from services.identity.contract.operations.login import BeginLogin, CompleteFactor
from services.identity.contract.operations.login_provider import (
    BeginProviderLogin,
    CompleteProviderLogin,
    GetStaffLogin,
)
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.types.login import OpenedSession
from services.identity.contract.types.login_provider import BackFromProvider, SentToProvider
from services.identity.settings import identity_settings
from services.identity.store import login_provider
from services.identity.sweeps import recheck_provider_accounts
from tests.storage.identity.desk import BERGEN, PASSWORD, SYSTEM, TRAINING, Desk
from tests.unit.sandbox.outside import Sandbox

OPERATOR = "http://operator.example:8000"
SIRI, EGIL, ADA, NILS, UTA = "sub-siri", "sub-egil", "sub-ada", "sub-nils", "sub-uta"


@pytest.fixture(scope="module")
def outside() -> Iterator[Sandbox]:
    """The world with a login provider in it."""
    sandbox = Sandbox(operator_url=OPERATOR, oidc_secret="a-made-up-secret")
    yield sandbox
    sandbox.close()


@dataclass
class Provider:
    """The utility's own login, and a browser that goes there and back."""

    sandbox: Sandbox
    desk: Desk

    def send(self, utility: str = BERGEN) -> SentToProvider:
        """The portal sends a browser off."""
        return self.desk.ask(BeginProviderLogin(utility=utility))

    def choose(self, sent: SentToProvider, sub: str) -> dict[str, str]:
        """Somebody says there who they are; what the browser brings back."""
        parts = urlsplit(sent.address)
        assert self.sandbox.http.get(sent.address).status_code == 200
        chosen = f"{parts.scheme}://{parts.netloc}/oidc/chosen?{parts.query}"
        answer = httpx.get(f"{chosen}&sub={sub}", trust_env=False)
        assert answer.headers["location"].startswith(f"{OPERATOR}/logg-inn/tilbyder/svar?")
        query = parse_qs(urlsplit(answer.headers["location"]).query)
        return {name: values[0] for name, values in query.items()}

    def back(self, sent: SentToProvider, brought: dict[str, str]) -> CompleteProviderLogin:
        """What the portal asks identity then."""
        return CompleteProviderLogin(
            attempt=sent.attempt,
            state=brought.get("state", ""),
            code=brought.get("code", ""),
            issuer=brought.get("iss", ""),
        )

    def log_in(self, sub: str) -> BackFromProvider:
        """All of it."""
        sent = self.send()
        return self.desk.ask(self.back(sent, self.choose(sent, sub)))

    def opened(self, sub: str) -> OpenedSession:
        """With a session in the end."""
        found = self.log_in(sub).opened
        assert found is not None
        return found

    def refuses(self, sub: str) -> Refusal:
        """The login fails; nobody is let in, and the attempt is spent."""
        sent = self.send()
        request = self.back(sent, self.choose(sent, sub))
        refusal = self.desk.refused(request)
        assert self.desk.count("login_session") == 0
        return refusal

    def change(self, sub: str, **changes: object) -> None:
        """An administrator at the provider does something."""
        self.sandbox.http.post("/api/people", json={"sub": sub, **changes}).raise_for_status()


@pytest.fixture
def provider(desk: Desk, outside: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Configured for one utility; everybody at the provider as in the file."""
    configured = {
        "utility": BERGEN,
        "name": "Bergen ID",
        "issuer": f"{outside.url}/oidc",
        "client_id": "entreprenorportalen",
        "roles_claim": "groups",
        "required_role": "va-ansatt",
        "roles": {"va-saksbehandler": ["caseworker"], "va-vakt": ["duty_officer"]},
        "trusted_amr": ["mfa"],
    }
    monkeypatch.setenv("OIDC_PROVIDERS", json.dumps([configured]))
    monkeypatch.setenv("OIDC_CLIENT_SECRETS", json.dumps({BERGEN: "a-made-up-secret"}))
    monkeypatch.setenv("OPERATOR_URL", OPERATOR)
    identity_settings.cache_clear()
    login_provider.forget()
    outside.fault("all", "none")
    made = Provider(outside, desk)
    made.change(SIRI, groups=["va-ansatt", "va-saksbehandler"], removed=False)
    yield made
    login_provider.forget()


def test_somebody_new_comes_in_with_the_roles_of_their_claims(
    provider: Provider, desk: Desk
) -> None:
    assert desk.ask(GetStaffLogin(utility=BERGEN)).provider == "Bergen ID"
    actor = desk.actor(provider.opened(SIRI), portal="operator")
    assert (actor.audience, actor.name, actor.utility) == (
        "operator",
        "Siri Saksbehandler",
        BERGEN,
    )
    assert actor.roles == {"caseworker"}
    told = desk.told("person_changed")[-1]
    assert (told["email"], told["staff_roles"]) == ("siri@fjordby.example", ["caseworker"])
    [vouched] = desk.recorded("provider_vouched.v1")
    assert vouched["proved_twice"] is True


def test_roles_follow_the_claims_at_each_login(provider: Provider, desk: Desk) -> None:
    first = desk.actor(provider.opened(SIRI), portal="operator")
    provider.change(SIRI, groups=["va-ansatt", "va-vakt"])
    again = desk.actor(provider.opened(SIRI), portal="operator")
    assert (again.user_id, again.roles) == (first.user_id, {"duty_officer"})


def test_a_password_there_alone_is_not_enough_here(provider: Provider, desk: Desk) -> None:
    back = provider.log_in(EGIL)
    assert back.opened is None
    assert back.step is not None
    assert back.step.next == "enrol_mobile"
    assert desk.count("login_session") == 0
    assert desk.link("egil@fjordby.example")


def test_our_own_factor_is_asked_of_one_who_has_a_mobile_here(
    provider: Provider, desk: Desk
) -> None:
    desk.firm()
    desk.person("egil@fjordby.example", mobile="+4799900009", name="Egil Enkel")
    step = provider.log_in(EGIL).step
    assert step is not None
    assert (step.next, step.hint[-3:]) == ("factor", "009")
    code = CompleteFactor(attempt=step.attempt, method="sms", code=desk.code("+4799900009"))
    actor = desk.actor(desk.ask(code), portal="operator")
    assert actor.roles == {"caseworker"}


def test_one_person_is_staff_and_contractor_with_a_session_for_each(
    provider: Provider, desk: Desk
) -> None:
    desk.firm()
    desk.person("admin@rorlegger.example", mobile="+4799900007", name="Ada Rørvik")
    staff = provider.opened(ADA)
    firm = desk.log_in("admin@rorlegger.example", "+4799900007")
    for_staff = desk.actor(staff, portal="operator")
    for_firm = desk.actor(firm)
    assert for_staff.user_id == for_firm.user_id
    assert (for_staff.roles, for_firm.roles) == ({"duty_officer"}, {"firm_admin"})
    assert for_staff.firm_id == ""
    for opened, other in ((staff, "contractor"), (firm, "operator")):
        request = CheckSession(secret=opened.secret, portal=other)  # type: ignore[arg-type]  # one of the two
        assert isinstance(desk.refused(request), SessionEnded)


def test_who_has_no_role_or_not_the_required_one_stays_out(provider: Provider, desk: Desk) -> None:
    assert isinstance(provider.refuses(NILS), ProviderDenied)
    provider.change(SIRI, groups=["va-saksbehandler"])
    assert isinstance(provider.refuses(SIRI), ProviderDenied)
    assert desk.count("person") == 0


def test_an_address_nobody_verified_takes_over_no_account(provider: Provider, desk: Desk) -> None:
    """Uta claims a caseworker's address; without the check she would be that caseworker."""
    desk.person("saksbehandler@vann.example", orgnr=None, staff_roles=("caseworker",))
    assert isinstance(provider.refuses(UTA), ProviderDenied)


def test_a_post_the_provider_gave_is_not_entered_by_password(
    provider: Provider, desk: Desk
) -> None:
    desk.firm()
    desk.person("siri@fjordby.example", mobile="+4799900008", name="Siri Saksbehandler")
    provider.opened(SIRI)
    login = BeginLogin(
        email="siri@fjordby.example", password=PASSWORD, portal="operator", utility=BERGEN
    )
    assert isinstance(desk.refused(login), WrongLogin)
    assert desk.begin_login("siri@fjordby.example").next == "factor"


def test_one_who_lost_their_role_loses_post_and_sessions_at_the_next_login(
    provider: Provider, desk: Desk
) -> None:
    opened = provider.opened(SIRI)
    provider.change(SIRI, groups=["skole"])
    sent = provider.send()
    refusal = desk.refused(provider.back(sent, provider.choose(sent, SIRI)))
    assert isinstance(refusal, ProviderDenied)
    request = CheckSession(secret=opened.secret, portal="operator")
    assert isinstance(desk.refused(request), SessionEnded)
    assert desk.told("session_ended")[-1]["session_id"] == opened.session_id
    assert desk.told("person_changed")[-1]["staff_roles"] == []


@pytest.mark.parametrize("change", [{"removed": True}, {"groups": ["skole"]}])
def test_one_who_is_gone_there_is_out_here_within_minutes_without_a_login(
    provider: Provider, desk: Desk, change: dict[str, object]
) -> None:
    opened = provider.opened(SIRI)
    provider.change(SIRI, **change)
    assert recheck_provider_accounts() == 0
    desk.later(301)
    assert recheck_provider_accounts() == 1
    request = CheckSession(secret=opened.secret, portal="operator")
    assert isinstance(desk.refused(request), SessionEnded)
    assert recheck_provider_accounts() == 0


def test_new_roles_come_without_a_login_too_and_an_away_provider_changes_nothing(
    provider: Provider, desk: Desk
) -> None:
    opened = provider.opened(SIRI)
    provider.change(SIRI, groups=["va-ansatt", "va-vakt"])
    desk.later(301)
    assert recheck_provider_accounts() == 1
    assert desk.actor(opened, portal="operator").roles == {"duty_officer"}
    provider.sandbox.fault("oidc", "500")
    desk.later(240)
    desk.actor(opened, portal="operator")
    desk.later(61)
    assert recheck_provider_accounts() == 0
    assert desk.actor(opened, portal="operator").roles == {"duty_officer"}


FORGED = [
    "wrong-nonce",
    "wrong-aud",
    "wrong-issuer",
    "wrong-key",
    "unknown-kid",
    "expired",
    "alg-none",
]


@pytest.mark.parametrize("mode", FORGED)
def test_a_wrong_id_token_lets_nobody_in(provider: Provider, desk: Desk, mode: str) -> None:
    provider.sandbox.fault("oidc", mode, count=1)
    assert isinstance(provider.refuses(SIRI), ProviderDenied)
    assert desk.count("person") == 0
    provider.sandbox.fault("oidc", "none")
    login_provider.forget()
    assert provider.opened(SIRI).secret


@pytest.mark.parametrize("mode", FORGED)
def test_without_the_checks_the_wrong_id_token_would_let_somebody_in(
    provider: Provider, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.sandbox.fault("oidc", mode, count=1)

    def read(_provider: object, id_token: str, *_: object) -> dict[str, object]:
        body = id_token.split(".")[1]
        claims: dict[str, object] = json.loads(base64.urlsafe_b64decode(body + "=="))
        return claims

    monkeypatch.setattr(login_provider, "_believed", read)
    assert provider.opened(SIRI).secret


@pytest.mark.parametrize("mode", ["429", "500"])
def test_an_away_provider_is_said_to_be_away_and_then_left_alone(
    provider: Provider, mode: str
) -> None:
    sent = provider.send()
    brought = provider.choose(sent, SIRI)
    provider.sandbox.fault("oidc", mode)
    refusal = provider.desk.refused(provider.back(sent, brought))
    assert isinstance(refusal, ProviderUnavailable)
    assert isinstance(
        provider.desk.refused(BeginProviderLogin(utility=BERGEN)), ProviderUnavailable
    )


@pytest.mark.parametrize("change", ["state", "code", "iss", "no code"])
def test_what_is_brought_back_is_what_was_sent_for(
    provider: Provider, desk: Desk, change: str
) -> None:
    sent = provider.send()
    brought = provider.choose(sent, SIRI)
    if change == "no code":
        brought = {"state": brought["state"], "error": "access_denied"}
    else:
        brought[change] = "https://elsewhere.example"
    assert isinstance(desk.refused(provider.back(sent, brought)), ProviderDenied)
    assert isinstance(desk.refused(provider.back(sent, provider.choose(sent, SIRI))), LoginExpired)


def test_another_browsers_answer_is_worth_nothing(provider: Provider, desk: Desk) -> None:
    """Somebody lures Siri's browser into their own login, or the other way round."""
    mine, theirs = provider.send(), provider.send()
    assert isinstance(
        desk.refused(provider.back(mine, provider.choose(theirs, SIRI))), ProviderDenied
    )
    stolen = provider.choose(theirs, SIRI) | {"state": ""}
    fresh = provider.send()
    state = parse_qs(urlsplit(fresh.address).query)["state"][0]
    injected = provider.back(fresh, stolen | {"state": state})
    assert isinstance(desk.refused(injected), ProviderDenied)
    assert desk.count("login_session") == 0


def test_nobody_comes_back_twice_or_late(provider: Provider, desk: Desk) -> None:
    sent = provider.send()
    request = provider.back(sent, provider.choose(sent, SIRI))
    assert desk.ask(request).opened
    assert isinstance(desk.refused(request), LoginExpired)
    late = provider.send()
    desk.later(601)
    assert isinstance(desk.refused(provider.back(late, {"code": "x"})), LoginExpired)


def test_a_utility_without_one_says_so(provider: Provider, desk: Desk) -> None:
    assert desk.ask(GetStaffLogin(utility=TRAINING)).provider == ""
    assert isinstance(desk.refused(BeginProviderLogin(utility=TRAINING)), NoLoginProvider)


def test_what_is_kept_completes_no_login(provider: Provider, desk: Desk) -> None:
    sent = provider.send()
    asked = parse_qs(urlsplit(sent.address).query)
    assert asked["code_challenge_method"] == ["S256"]
    provider.opened(SIRI)
    with begin(SYSTEM) as work:
        whole = "SELECT database_to_xml(true, false, '')::text"
        kept = str(work.session.connection().exec_driver_sql(whole).scalar_one())
    for secret in (sent.attempt, asked["state"][0], asked["nonce"][0]):
        assert secret not in kept
