"""An authenticator app: set up with a first code, then each code once, forwards only."""

from __future__ import annotations

from collections import Counter

import pyotp
import pytest
from sqlalchemy import select, update

from services.chassis import clock
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, InvalidRequest
from services.identity.contract.errors import (
    FactorExists,
    FactorNotFound,
    LastFactor,
    StepUpNeeded,
    TooManyTries,
    WrongCode,
)
from services.identity.contract.operations.factors import (
    BeginTotp,
    ConfirmTotp,
    GetFactors,
    RemoveTotp,
)
from services.identity.contract.operations.login import CompleteFactor
from services.identity.contract.operations.sessions import CheckSession
from services.identity.domain.totp import step_at
from services.identity.model import Person, Totp
from services.identity.settings import identity_settings
from services.identity.store import at_rest, totps
from tests.storage.identity.desk import NORA, NORAS_MOBILE, SYSTEM, Desk
from tests.storage.identity.test_parallel_guesses import compared, outcome_of, together


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """Nora has just logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


@pytest.fixture
def app(desk: Desk, nora: Actor) -> pyotp.TOTP:
    """Nora has an app."""
    made = pyotp.TOTP(desk.ask(BeginTotp(), nora).secret)
    desk.ask(ConfirmTotp(code=code_of(made)), nora)
    desk.later(30)
    return made


def by_app(desk: Desk, code: str) -> CompleteFactor:
    return CompleteFactor(attempt=desk.begin_login().attempt, method="totp", code=code)


def code_of(app: pyotp.TOTP, steps: int = 0) -> str:
    """What the app shows now, or so many steps away."""
    return app.generate_otp(step_at(clock.now()) + steps)


def at_the_start_of_a_step(desk: Desk) -> None:
    """Some time later, with most of 30 seconds before the app shows another code."""
    desk.later(120)
    desk.later(30.5 - clock.now().timestamp() % 30)


def wrong_for(app: pyotp.TOTP) -> str:
    near = {code_of(app, n) for n in (-2, -1, 0, 1)}
    return next(guess for guess in ("000000", "111111", "222222", "333333") if guess not in near)


def test_nothing_counts_before_the_first_code(desk: Desk, nora: Actor) -> None:
    begun = desk.ask(BeginTotp(), nora)
    assert len(begun.secret) == 32
    assert begun.uri.startswith("otpauth://totp/")
    assert desk.ask(GetFactors(), nora).totp_since is None
    assert desk.begin_login().methods == ["sms"]
    code = code_of(pyotp.TOTP(begun.secret))
    assert isinstance(desk.refused(by_app(desk, code)), InvalidRequest)
    wrong = ConfirmTotp(code=wrong_for(pyotp.TOTP(begun.secret)))
    assert isinstance(desk.refused(wrong, nora), WrongCode)


def test_a_reload_while_setting_up_shows_the_same_key(desk: Desk, nora: Actor) -> None:
    first = desk.ask(BeginTotp(), nora)
    assert desk.ask(BeginTotp(), nora) == first
    with begin(SYSTEM) as work:
        work.session.execute(update(Totp).values(begun_at=work.now.replace(year=2020)))
    assert desk.ask(BeginTotp(), nora).secret != first.secret


def test_an_app_logs_in_and_the_owner_was_told(desk: Desk, nora: Actor, app: pyotp.TOTP) -> None:
    assert desk.begin_login().methods == ["sms", "totp"]
    opened = desk.ask(by_app(desk, code_of(app)))
    assert opened.person.email == NORA
    assert desk.recorded("session_opened.v1")[-1]["method"] == "totp"
    [told] = desk.told("factor_changed")
    assert (told["change"], told["email"]) == ("totp_added", NORA)
    assert isinstance(desk.refused(BeginTotp(), nora), FactorExists)


def test_setting_it_up_ends_the_other_sessions(desk: Desk, nora: Actor) -> None:
    other = desk.log_in()
    made = pyotp.TOTP(desk.ask(BeginTotp(), nora).secret)
    desk.ask(ConfirmTotp(code=code_of(made)), nora)
    ended = [told["session_id"] for told in desk.told("session_ended")]
    assert ended == [other.session_id]
    assert desk.refused(CheckSession(secret=other.secret, portal="contractor"))


def test_the_first_code_and_any_used_one_log_nobody_in(desk: Desk, nora: Actor) -> None:
    made = pyotp.TOTP(desk.ask(BeginTotp(), nora).secret)
    code = code_of(made)
    desk.ask(ConfirmTotp(code=code), nora)
    assert isinstance(desk.refused(by_app(desk, code)), WrongCode)


def test_the_present_code_and_the_one_before_are_taken_and_no_other(
    desk: Desk, app: pyotp.TOTP
) -> None:
    at_the_start_of_a_step(desk)
    for steps_away in (-2, 1):
        refused = desk.refused(by_app(desk, code_of(app, steps_away)))
        assert isinstance(refused, WrongCode)
    assert desk.ask(by_app(desk, code_of(app, -1)))


def a_then_b_then_a(desk: Desk, app: pyotp.TOTP) -> str:
    """The newer code between two uses of the older; how the last one is answered."""
    at_the_start_of_a_step(desk)
    older, newer = code_of(app, -1), code_of(app)
    desk.ask(by_app(desk, older))
    desk.ask(by_app(desk, newer))
    return outcome_of(lambda: desk.ask(by_app(desk, older)))


def test_a_b_and_a_again_is_refused(desk: Desk, app: pyotp.TOTP) -> None:
    assert a_then_b_then_a(desk, app) == "WrongCode"


def test_a_b_and_a_again_works_where_only_the_last_code_is_remembered(
    desk: Desk, app: pyotp.TOTP, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hole of products that keep the last code: seen with the monotonic step taken out."""
    last: dict[str, str] = {}

    def remembering(session: object, person_id: str, code: str, at: object) -> None:
        if last.get(person_id) == code:
            raise WrongCode
        last[person_id] = code

    monkeypatch.setattr(totps, "use", remembering)
    assert a_then_b_then_a(desk, app) == "right"


def test_of_200_uses_of_one_code_at_once_one_succeeds(
    desk: Desk, nora: Actor, app: pyotp.TOTP
) -> None:
    """Straight at the step: seen to let several through with a SELECT, an `if` and an UPDATE."""
    code = code_of(app)

    def use() -> None:
        with begin(SYSTEM) as work:
            totps.use(work.session, nora.user_id, code, work.now)

    outcomes = together(200, lambda: outcome_of(use))
    assert outcomes == Counter({"right": 1, "WrongCode": 199})


def test_read_then_write_lets_one_code_through_several_times(
    desk: Desk, nora: Actor, app: pyotp.TOTP, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = step_at(clock.now())

    def use() -> None:
        with begin(SYSTEM) as work:
            read = select(Totp.last_step).where(Totp.person_id == nora.user_id)
            if work.session.execute(read).scalar_one() >= step:
                raise WrongCode
            work.session.execute(update(Totp).values(last_step=step))

    most = 0
    for _ in range(10):
        with begin(SYSTEM) as work:
            work.session.execute(update(Totp).values(last_step=0))
        most = max(most, together(32, lambda: outcome_of(use))["right"])
        if most > 1:
            break
    assert most > 1


def test_of_200_logins_with_one_code_at_once_one_opens(desk: Desk, app: pyotp.TOTP) -> None:
    wanted = by_app(desk, code_of(app))
    before = compared("totp")
    outcomes = together(200, lambda: outcome_of(lambda: desk.ask(wanted)))
    assert outcomes["right"] == 1
    assert compared("totp") - before == 1
    assert sum(outcomes.values()) == 200


def test_failures_count_together_with_those_of_other_codes(desk: Desk, app: pyotp.TOTP) -> None:
    step = desk.begin_login()
    for method, guess in (("totp", wrong_for(app)), ("sms", desk.other_than(desk.code()))) * 2:
        refused = CompleteFactor.model_validate(
            {"attempt": step.attempt, "method": method, "code": guess}
        )
        assert isinstance(desk.refused(refused), WrongCode)
    fifth = CompleteFactor(attempt=step.attempt, method="totp", code=wrong_for(app))
    assert isinstance(desk.refused(fifth), WrongCode)
    right = CompleteFactor(attempt=step.attempt, method="totp", code=code_of(app))
    assert isinstance(desk.refused(right), TooManyTries)


def test_removing_it(desk: Desk, nora: Actor, app: pyotp.TOTP) -> None:
    desk.ask(RemoveTotp(), nora)
    assert desk.begin_login().methods == ["sms"]
    assert desk.told("factor_changed")[-1]["change"] == "totp_removed"
    assert isinstance(desk.refused(RemoveTotp(), nora), FactorNotFound)
    assert isinstance(desk.refused(ConfirmTotp(code="123456"), nora), FactorNotFound)


def test_the_only_way_in_is_not_removed(desk: Desk, nora: Actor, app: pyotp.TOTP) -> None:
    with begin(SYSTEM) as work:
        work.session.execute(update(Person).values(mobile=None))
    assert isinstance(desk.refused(RemoveTotp(), nora), LastFactor)
    step = desk.begin_login()
    assert (step.next, step.methods) == ("factor", ["totp"])


def test_an_old_login_must_step_up_first(desk: Desk, nora: Actor) -> None:
    desk.later(601)
    for request in (BeginTotp(), ConfirmTotp(code="123456"), RemoveTotp()):
        assert isinstance(desk.refused(request, nora), StepUpNeeded)


def test_the_key_at_rest_is_sealed_to_its_owner_and_keys_can_change(
    desk: Desk, nora: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = desk.ask(BeginTotp(), nora).secret
    with begin(SYSTEM) as work:
        kept = work.session.scalars(select(Totp.sealed_key)).one()
    assert key not in kept
    with pytest.raises(at_rest.NotOurs):
        at_rest.opened("somebody else", kept)
    old = identity_settings().factor_keys[0]
    for keys, readable in ((f"{'ab' * 32},{old}", True), ("ab" * 32, False)):
        monkeypatch.setenv("FACTOR_KEYS", keys)
        identity_settings.cache_clear()
        if readable:
            assert at_rest.opened(nora.user_id, kept) == key
        else:
            with pytest.raises(at_rest.NotOurs):
                at_rest.opened(nora.user_id, kept)


def test_a_limit_on_sms_stops_nobody_who_has_an_app(desk: Desk, app: pyotp.TOTP) -> None:
    for _ in range(4):
        step = desk.begin_login()
    assert len([1 for told in desk.told("code_issued") if told["mobile"] == NORAS_MOBILE]) == 3
    wanted = CompleteFactor(attempt=step.attempt, method="totp", code=code_of(app))
    assert desk.ask(wanted).secret
