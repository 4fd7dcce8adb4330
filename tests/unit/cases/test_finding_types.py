"""The form finder: by name, by what it was called before, by what it is about, misspelt too."""

from __future__ import annotations

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.cases.catalogue.finding import by_old_address, found
from services.cases.contract.types.catalogue import OldForm

TYPES = [CaseType(source) for source in read_types()]
OWN = [OldForm(address="BK446", code="MIDL")]


@pytest.mark.parametrize(
    ("searched", "first"),
    [
        ("rørleggermelding", "RORM"),
        ("rorleggermeling", "RORM"),
        ("Røyrleggjarmelding", "RORM"),
        ("plumbing notice", "RORM"),
        ("brakkerigg", "MIDL"),
        ("byggevann", "MIDL"),
        ("BK446", "MIDL"),
        ("fettutskiller", "PASL-FETT"),
        ("oljeutskiller verksted", "PASL-OLJE"),
        ("utslippstillatelse", "UTSL"),
        ("septiktank", "SLAM"),
        ("supplerende dokumentasjon", "ETTER"),
        ("påsl fett", "PASL-FETT"),
        ("vannmaler", "VMAL"),
        ("klag", "KLAGE"),
        ("fradeling", "FORH-DEL"),
        ("overtakelse", "HOVED"),
    ],
)
def test_one_finds_it_by_what_one_remembers(searched: str, first: str) -> None:
    hits = [kind.definition.code for kind in found(TYPES, searched, {"MIDL": ["BK446"]})]
    assert hits[0] == first


@pytest.mark.parametrize("searched", ["parkeringstillatelse", "zzz", "vannmåler parkering", "!?"])
def test_what_nobody_offers_is_not_found(searched: str) -> None:
    assert found(TYPES, searched, {}) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("soknad-om-sanitaerabonnement", "SAN"),
        ("Sanitærmelding", "RORM"),
        ("rorm", "RORM"),
        ("pasl-olje", "PASL-OLJE"),
        ("bk446", "MIDL"),
        ("noe-helt-annet", None),
        ("", None),
    ],
)
def test_old_addresses_lead_to_the_type_that_took_their_place(
    address: str, code: str | None
) -> None:
    assert by_old_address(TYPES, address, OWN) == code


def test_a_utilitys_own_list_goes_first() -> None:
    own = [OldForm(address="Sanitærmelding", code="SAN")]
    assert by_old_address(TYPES, "sanitaermelding", own) == "SAN"


def test_no_two_types_claim_the_same_old_name() -> None:
    claimed = [name.casefold() for kind in TYPES for name in kind.definition.old_names]
    assert sorted(claimed) == sorted(set(claimed))
