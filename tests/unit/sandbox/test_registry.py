"""The register answers as Brønnøysund does, about firms that do not exist."""

from typing import Any

import pytest
from stdnum.no import orgnr

from deploy.sandbox.registry_firms import is_valid, load

from .outside import Sandbox

API = "/enhetsregisteret/api"


def unit(sandbox: Sandbox, number: str) -> dict[str, Any]:
    found: dict[str, Any] = sandbox.http.get(f"{API}/enheter/{number}").json()
    return found


def test_a_firm_has_the_registers_field_names(sandbox: Sandbox) -> None:
    firm = unit(sandbox, "311153056")
    assert firm["navn"] == "TRESTIEN RØR AS"
    assert firm["organisasjonsform"] == {"kode": "AS", "beskrivelse": "Aksjeselskap"}
    assert firm["forretningsadresse"] == {
        "land": "Norge",
        "landkode": "NO",
        "adresse": ["Trestien 4"],
        "postnummer": "5003",
        "poststed": "BERGEN",
        "kommune": "BERGEN",
        "kommunenummer": "4601",
    }
    assert firm["postadresse"]["adresse"] == ["Postboks 9104"]
    assert firm["naeringskode1"] == {"kode": "43.221", "beskrivelse": "Rørleggerarbeid"}
    assert firm["antallAnsatte"] == 14
    assert firm["registrertIMvaregisteret"] is firm["registrertIForetaksregisteret"] is True
    assert firm["maalform"] == "Bokmål"
    assert firm["_links"]["self"]["href"].endswith(f"{API}/enheter/311153056")


@pytest.mark.parametrize(
    ("number", "field", "value"),
    [
        ("214411865", "konkurs", True),
        ("215387798", "underAvvikling", True),
        ("316615422", "underTvangsavviklingEllerTvangsopplosning", True),
        ("217059917", "registrertIForetaksregisteret", False),
        ("215310132", "slettedato", "2022-08-09"),
        ("313206149", "maalform", "Nynorsk"),
    ],
)
def test_every_obstacle_to_approval_has_a_firm(
    sandbox: Sandbox, number: str, field: str, value: object
) -> None:
    assert unit(sandbox, number)[field] == value


def test_unknown_is_404_and_removed_is_410(sandbox: Sandbox) -> None:
    assert sandbox.http.get(f"{API}/enheter/999999999").status_code == 404
    gone = sandbox.http.get(f"{API}/enheter/316694551")
    assert (gone.status_code, gone.json()["slettedato"]) == (410, "2021-11-30")


def test_firms_are_found_by_name_page_by_page(sandbox: Sandbox) -> None:
    found = sandbox.http.get(f"{API}/enheter", params={"navn": "rør as"}).json()
    names = [firm["navn"] for firm in found["_embedded"]["enheter"]]
    assert "TRESTIEN RØR AS" in names
    assert found["page"]["size"] == 20

    pages = sandbox.http.get(f"{API}/enheter", params={"size": 10, "page": 1}).json()
    assert pages["page"]["number"] == 1
    assert pages["page"]["totalPages"] == -(-pages["page"]["totalElements"] // 10)
    assert "prev" in pages["_links"]

    none = sandbox.http.get(f"{API}/enheter", params={"navn": "finnes ikke"}).json()
    assert "_embedded" not in none
    assert none["page"]["totalElements"] == 0


@pytest.mark.parametrize("query", [{"size": 10_001}, {"size": 100, "page": 100}, {"page": "x"}])
def test_a_search_too_deep_is_refused(sandbox: Sandbox, query: dict[str, Any]) -> None:
    assert sandbox.http.get(f"{API}/enheter", params=query).status_code == 400


def test_branches_point_to_their_firm(sandbox: Sandbox) -> None:
    query = {"overordnetEnhet": "214495511"}
    found = sandbox.http.get(f"{API}/underenheter", params=query).json()
    branches = found["_embedded"]["underenheter"]
    assert len(branches) == 2
    assert all(branch["organisasjonsform"]["kode"] == "BEDR" for branch in branches)
    one = sandbox.http.get(f"{API}/underenheter/219136226").json()
    assert one["overordnetEnhet"] == "311153056"
    assert one["beliggenhetsadresse"]["kommune"] == "VOSS"


def test_every_number_is_valid_and_of_the_test_range() -> None:
    register = load()
    for number in [*register.units, *register.subunits, *register.gone]:
        assert orgnr.is_valid(number)
        assert number[0] in "23"


@pytest.mark.parametrize("number", ["311153057", "31115305", "3111530560", "abcdefghi"])
def test_a_wrong_number_would_stop_the_start(number: str) -> None:
    assert not is_valid(number)
