"""The address API answers as Kartverket does, about streets that do not exist."""

from typing import Any

import pytest

from .outside import Sandbox

API = "/adresser/v1"


def found(sandbox: Sandbox, **query: Any) -> dict[str, Any]:
    answer = sandbox.http.get(f"{API}/sok", params=query)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def texts(sandbox: Sandbox, **query: Any) -> list[str]:
    return [each["adressetekst"] for each in found(sandbox, **query)["adresser"]]


def test_an_address_has_kartverkets_field_names(sandbox: Sandbox) -> None:
    body = found(sandbox, sok="Eksempelveien 14")
    assert body["metadata"] == {
        "treffPerSide": 10,
        "side": 0,
        "totaltAntallTreff": 1,
        "sokeStreng": "sok=Eksempelveien+14",
        "asciiKompatibel": True,
        "viserFra": 0,
        "viserTil": 10,
    }
    (address,) = body["adresser"]
    assert address | {"representasjonspunkt": None} == {
        "adressenavn": "Eksempelveien",
        "adressetekst": "Eksempelveien 14",
        "adressetilleggsnavn": None,
        "adressekode": 10001,
        "nummer": 14,
        "bokstav": "",
        "kommunenummer": "4601",
        "kommunenavn": "FJORDBY",
        "gardsnummer": 164,
        "bruksnummer": 123,
        "festenummer": 0,
        "undernummer": None,
        "bruksenhetsnummer": ["H0101"],
        "objtype": "Vegadresse",
        "poststed": "FJORDBY",
        "postnummer": "5003",
        "adressetekstutenadressetilleggsnavn": "Eksempelveien 14",
        "stedfestingverifisert": True,
        "representasjonspunkt": None,
        "oppdateringsdato": "2024-05-14T08:00:00",
    }
    assert address["representasjonspunkt"]["epsg"] == "EPSG:4258"


def test_words_are_whole_unless_a_star_ends_them(sandbox: Sandbox) -> None:
    assert texts(sandbox, sok="Grøftebr") == []
    assert len(texts(sandbox, sok="grøftebr*")) == 4
    assert texts(sandbox, sok="Eksempelveien 2, sundet") == ["Eksempelveien 2"]


def test_a_cadastral_number_gives_every_address_on_it(sandbox: Sandbox) -> None:
    on_one = {"kommunenummer": "4601", "gardsnummer": 164, "bruksnummer": 500}
    assert texts(sandbox, **on_one) == ["Stikkledningen 1", "Stikkledningen 3"]
    (farm,) = found(sandbox, gardsnummer=305, bruksnummer=1)["adresser"]
    assert (farm["objtype"], farm["adressetekst"]) == ("Matrikkeladresse", "Brønnsgården, 305/1")


def test_pages_and_their_limits(sandbox: Sandbox) -> None:
    page = found(sandbox, sok="Eksempelveien", treffPerSide=5, side=1)
    assert (page["metadata"]["totaltAntallTreff"], page["metadata"]["viserFra"]) == (16, 5)
    assert len(page["adresser"]) == 5
    for query in ({"treffPerSide": 1001}, {"treffPerSide": 0}, {"side": "x"}, {"adresser": "x"}):
        assert sandbox.http.get(f"{API}/sok", params=query).status_code == 400


def test_a_point_gives_the_nearest_first(sandbox: Sandbox) -> None:
    here = {"lat": 60.3921, "lon": 5.3243, "radius": 30}
    answer = sandbox.http.get(f"{API}/punktsok", params=here).json()
    near = [(each["adressetekst"], each["meterDistanseTilPunkt"]) for each in answer["adresser"]]
    assert [text for text, _ in near] == ["Stikkledningen 1", "Stikkledningen 3"]
    assert near[0][1] == 0.0
    assert 5 < near[1][1] < 30
    assert sandbox.http.get(f"{API}/punktsok", params={"lat": 60}).status_code == 400


@pytest.mark.parametrize(("mode", "status"), [("429", 429), ("500", 500)])
def test_it_fails_on_demand(sandbox: Sandbox, mode: str, status: int) -> None:
    sandbox.fault("addresses", mode, count=1)
    assert sandbox.http.get(f"{API}/sok", params={"sok": "x"}).status_code == status
    assert sandbox.http.get(f"{API}/sok", params={"sok": "x"}).status_code == 200
