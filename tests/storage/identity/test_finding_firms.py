""" "Finn mitt firma", and the register."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from services.identity.contract.operations.firms import (
    FindFirms,
    ListFirms,
    LookUpFirm,
    NameFirm,
    RejectFirm,
)
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.settings import identity_settings
from services.identity.store.enhetsregisteret import _pause
from services.identity.sweeps import look_up_waiting
from tests.storage.identity.desk import BERGEN, ORGNR, TRAINING, Desk

FIRMS = {
    "311153056": "Trestien Rør AS",
    "312124718": "Gravlund og Sønner Entreprenør AS",
    "313264688": "Vassdrag Plan Rådgivende Ingeniører AS",
    "314007913": "Ås Rørservice AS",
    "311183133": "Muffe og Kran AS",
    "312135175": "Østre Rør AS",
}
ADDRESS = {
    "adresse": ["Trestien 4"],
    "postnummer": "5003",
    "poststed": "BERGEN",
    "kommune": "BERGEN",
}
UNIT = {
    "organisasjonsnummer": ORGNR,
    "navn": "TRESTIEN RØR AS",
    "forretningsadresse": ADDRESS,
    "maalform": "Bokmål",
    "registrertIForetaksregisteret": True,
    "konkurs": False,
    "underAvvikling": False,
    "underTvangsavviklingEllerTvangsopplosning": False,
}
BAD_TIMES = {
    **UNIT,
    "maalform": "Nynorsk",
    "konkurs": True,
    "underTvangsavviklingEllerTvangsopplosning": True,
    "registrertIForetaksregisteret": False,
}


@pytest.fixture
def firms(desk: Desk) -> None:
    for orgnr, name in FIRMS.items():
        desk.firm(orgnr, firm={"name": name})


def found(desk: Desk, q: str, utility: str = BERGEN) -> list[str]:
    return [hit.name for hit in desk.ask(FindFirms(q=q, utility=utility)).items]


@pytest.mark.usefixtures("firms")
@pytest.mark.parametrize(
    ("q", "best"),
    [
        ("trestien", "Trestien Rør AS"),
        ("TRESTIN RØR", "Trestien Rør AS"),
        ("gravlund og sonner", "Gravlund og Sønner Entreprenør AS"),
        ("entreprenoer", "Gravlund og Sønner Entreprenør AS"),
        ("radgivende ingenior", "Vassdrag Plan Rådgivende Ingeniører AS"),
        ("aas rorservice", "Ås Rørservice AS"),
        ("muffe og kram", "Muffe og Kran AS"),
        ("311 183 133", "Muffe og Kran AS"),
        ("3111831", "Muffe og Kran AS"),
    ],
)
def test_spelling_is_forgiven(desk: Desk, q: str, best: str) -> None:
    assert found(desk, q)[0] == best


@pytest.mark.usefixtures("firms")
def test_equal_matches_come_in_norwegian_order(desk: Desk) -> None:
    assert found(desk, "rør") == ["Trestien Rør AS", "Østre Rør AS", "Ås Rørservice AS"]


@pytest.mark.usefixtures("firms")
def test_nothing_is_made_up_and_signs_mean_themselves(desk: Desk) -> None:
    for q in ("zzyzx", "%%", "__", "\\\\", "999999999", "';--"):
        assert found(desk, q) == []
    assert found(desk, "trestien", TRAINING) == []


def test_what_the_public_may_know_and_nothing_more(desk: Desk) -> None:
    desk.firm(status="waiting")
    [hit] = desk.ask(FindFirms(q="muffe", utility=BERGEN)).items
    assert set(hit.model_dump()) == {"firm_id", "name", "orgnr", "municipality", "approved"}
    assert not hit.approved
    desk.ask(RejectFirm(firm_id=hit.firm_id, reason="Konkurs"), desk.registrar())
    assert found(desk, "muffe") == []


class _Register(ThreadingHTTPServer):
    answer: tuple[int, object] = (200, UNIT)
    others: ClassVar[dict[str, tuple[int, object]]] = {}
    """Answers for addresses of their own, by how they end."""
    asked = 0


class _Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Register)
        self.server.asked += 1
        kind_and_number = "/".join(self.path.rsplit("/", 2)[1:])
        status, body = self.server.others.get(kind_and_number, self.server.answer)
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def register(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Register]:
    with _Register(("127.0.0.1", 0), _Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("REGISTRY_URL", f"http://127.0.0.1:{server.server_address[1]}")
        identity_settings.cache_clear()
        yield server
        server.shutdown()
        thread.join()


def test_the_register_s_answer_is_kept_for_a_day(desk: Desk, register: _Register) -> None:
    for _ in range(2):
        answer = desk.ask(LookUpFirm(orgnr=ORGNR))
        assert answer == RegistryAnswer(
            source="enhetsregisteret",
            found=True,
            orgnr=ORGNR,
            name="TRESTIEN RØR AS",
            address="Trestien 4, 5003 BERGEN",
            municipality="BERGEN",
        )
    assert register.asked == 1
    desk.later(24 * 3600 + 1)
    desk.ask(LookUpFirm(orgnr=ORGNR))
    assert register.asked == 2


@pytest.mark.parametrize(
    ("answer", "warnings"),
    [
        ((404, {}), ["unknown"]),
        ((410, {"slettedato": "2020-01-01"}), ["deleted"]),
        ((200, {"slettedato": "2020-01-01"}), ["deleted"]),
        ((200, BAD_TIMES), ["bankrupt", "winding_up", "not_in_foretaksregisteret"]),
    ],
)
def test_what_the_register_warns_of(
    desk: Desk, register: _Register, answer: tuple[int, object], warnings: list[str]
) -> None:
    register.answer = answer
    said = desk.ask(LookUpFirm(orgnr=ORGNR))
    assert (said.source, said.warnings) == ("enhetsregisteret", warnings)


@pytest.mark.parametrize("answer", [(500, {}), (429, {}), (200, []), (200, {}), (302, {})])
def test_a_register_that_fails_is_unavailable_and_left_alone(
    desk: Desk, register: _Register, answer: tuple[int, object]
) -> None:
    register.answer = answer
    for _ in range(3):
        assert desk.ask(LookUpFirm(orgnr=ORGNR)) == RegistryAnswer(source="unavailable")
    assert register.asked == 1
    assert desk.count("registry_entry") == 0


def test_a_register_that_is_not_there_is_unavailable(desk: Desk, register: _Register) -> None:
    register.server_close()
    assert desk.ask(LookUpFirm(orgnr=ORGNR)).source == "unavailable"


def test_the_registrar_sees_what_the_register_says(desk: Desk, register: _Register) -> None:
    desk.firm(status="waiting")
    assert look_up_waiting() == 1
    assert look_up_waiting() == 0
    [row] = desk.ask(ListFirms(status="waiting"), desk.registrar()).items
    assert row.registry is not None
    assert row.registry.name == "TRESTIEN RØR AS"


def test_nothing_is_kept_when_the_register_does_not_answer(desk: Desk, register: _Register) -> None:
    register.answer = (503, {})
    desk.firm(status="waiting")
    assert look_up_waiting() == 0
    assert desk.count("registry_entry") == 0


def test_a_firm_that_was_found_is_named_to_anybody_and_no_other(desk: Desk) -> None:
    firm_id = desk.firm()
    named = desk.ask(NameFirm(firm_id=firm_id, utility=BERGEN))
    assert named in desk.ask(FindFirms(q=ORGNR, utility=BERGEN)).items
    for stranger, utility in ((firm_id, TRAINING), ("x", BERGEN)):
        assert desk.refused(NameFirm(firm_id=stranger, utility=utility)).code == "FirmNotFound"


BRANCH = "312124718"
SUBUNIT = {
    "organisasjonsnummer": BRANCH,
    "navn": "TRESTIEN RØR AVD VOSS",
    "overordnetEnhet": ORGNR,
    "beliggenhetsadresse": {**ADDRESS, "adresse": ["Vassvegen 19"], "kommune": "VOSS"},
}


def test_a_branch_is_found_under_its_own_number_with_its_main_unit_s_troubles(
    desk: Desk, register: _Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {f"enheter/{BRANCH}": (404, {}), f"underenheter/{BRANCH}": (200, SUBUNIT)}
    monkeypatch.setattr(_Register, "others", answers)
    register.answer = (200, BAD_TIMES)
    answer = desk.ask(LookUpFirm(orgnr=BRANCH))
    assert (answer.name, answer.address) == ("TRESTIEN RØR AVD VOSS", "Vassvegen 19, 5003 BERGEN")
    assert (answer.main_orgnr, answer.main_name) == (ORGNR, "TRESTIEN RØR AS")
    assert (answer.municipality, answer.language) == ("VOSS", "nn")
    assert answer.warnings == ["bankrupt", "winding_up", "not_in_foretaksregisteret"]


def test_a_firm_taken_at_its_word_is_checked_when_the_register_is_back(
    desk: Desk, register: _Register
) -> None:
    register.answer = (500, {})
    desk.registered()
    assert look_up_waiting() == 0
    [row] = desk.ask(ListFirms(status="waiting"), desk.registrar()).items
    assert row.registry is None, "the registrar sees that nobody has answered yet"
    assert desk.ask(ListFirms(warned=True), desk.registrar()).items == []

    _pause.until = float("-inf")
    register.answer = (200, BAD_TIMES)
    assert look_up_waiting() == 1
    [row] = desk.ask(ListFirms(warned=True), desk.registrar()).items
    assert row.registry is not None
    assert "bankrupt" in row.registry.warnings
    told = desk.told("firm_changed")[-1]
    assert told["language"] == "nn", "the register's målform, until the firm chooses"
    assert look_up_waiting() == 0, "a day's rest"


def test_a_firm_that_is_in_is_asked_about_again_after_a_month(
    desk: Desk, register: _Register
) -> None:
    desk.firm()
    assert look_up_waiting() == 1
    desk.later(26 * 24 * 3600)
    register.answer = (200, BAD_TIMES)
    assert look_up_waiting() == 1
    [row] = desk.ask(ListFirms(warned=True), desk.registrar()).items
    assert row.status == "approved"
