"""What firms are told of themselves, and what notify tells of their addresses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from services.chassis import clock
from services.chassis.db.transaction import begin
from services.chassis.seal import seal
from services.documents.contract.events import DocumentRejected
from services.documents.contract.folders import firm_folder
from services.identity.contract.events.firms import (
    FirmLinkIssued,
    FirmMerged,
    FirmSuspended,
    SuspensionLifted,
)
from services.identity.contract.events.qualifications import (
    QualificationDecided,
    QualificationEnding,
)
from services.identity.contract.types.firms import FirmEmails
from services.notify.domain.outcome import NotTaken, Outcome, Refused, Unknown
from services.notify.model import FirmStanding
from tests.storage.notify.case_events import FIRM, FIRM_EMAIL, approved, registered
from tests.storage.notify.desk import SYSTEM, Desk


def test_a_firm_is_told_that_it_is_stopped_lifted_and_merged(desk: Desk) -> None:
    who = {name: value for name, value in FIRM.items() if name != "professions"}
    desk.hear(approved())
    desk.hear(FirmSuspended(revision=3, reason="Ubetalte gebyr", **who))
    desk.hear(SuspensionLifted(revision=4, **who))
    other = {"into": "sluk", "into_orgnr": "312124718", "into_name": "Sluk AS"}
    merged = FirmMerged(revision=5, **other, **{**who, "emails": FirmEmails(post="p@sluk.example")})
    desk.hear(merged)
    desk.deliver()
    said = [(to, mail.subject) for to, mail in desk.post.mails][1:]
    assert said == [
        (FIRM_EMAIL, "Muffe & Sønn AS er sperra for innsending"),
        (FIRM_EMAIL, "Muffe & Sønn AS kan sende inn igjen"),
        ("p@sluk.example", "Muffe & Sønn AS er slått saman med Sluk AS"),
    ]
    assert "Ubetalte gebyr" in desk.post.mails[1][1].text
    with begin(SYSTEM) as work:
        standing = work.session.scalars(select(FirmStanding)).one()
        assert standing.status == "merged", "it is not told of freezes any more"


def test_a_firm_is_written_to_about_its_addresses_and_its_proofs(desk: Desk) -> None:
    about: dict[str, Any] = {"firm_id": "muffe", "firm_name": "Muffe AS", "language": "nb"}
    link = {"sealed_token": seal("hemmelig"), "expires_at": clock.now() + timedelta(days=7)}
    for purpose, path in (("address", "/foretak/epost?token={token}"), ("confirmation", "/b")):
        issued = {**about, **link, "purpose": purpose, "email": "ny@muffe.example", "path": path}
        desk.hear(FirmLinkIssued(**issued))
    proof = {
        **about,
        "qualification_id": "q",
        "title": {"nb": "ADK1-sertifikat", "nn": "ADK1-sertifikat", "en": "ADK1 certificate"},
        "number": "4711",
        "email": FIRM_EMAIL,
    }
    desk.hear(QualificationDecided(**proof, state="verified", reason=""))
    desk.hear(QualificationDecided(**proof, state="refused", reason="Uleselig"))
    desk.hear(QualificationEnding(**proof, days=14, expires_on=date(2027, 1, 31)))
    desk.deliver()
    said = [(to, mail.subject) for to, mail in desk.post.mails]
    assert sorted(said) == sorted(
        [
            ("ny@muffe.example", "Bekreft e-postadressen til Muffe AS"),
            ("ny@muffe.example", "Stemmer opplysningene om Muffe AS fortsatt?"),
            (FIRM_EMAIL, "ADK1-sertifikat er bekreftet"),
            (FIRM_EMAIL, "ADK1-sertifikat er ikke godtatt"),
            (FIRM_EMAIL, "ADK1-sertifikat går ut 31. januar 2027"),
        ]
    )
    [proving] = [mail.text for _, mail in desk.post.mails if "Bekreft e-post" in mail.subject]
    assert "/foretak/epost?token=hemmelig" in proving


@pytest.mark.parametrize(
    ("outcome", "bounces"),
    [
        (Refused("smtp 550"), 1),
        (Refused("not an address"), 1),
        (Refused("cannot be made: a text or a value is missing"), 0),
        (NotTaken("smtp 452"), 0),
        (Unknown("answer lost"), 0),
    ],
)
def test_an_address_refused_for_good_is_told_of(desk: Desk, outcome: Outcome, bounces: int) -> None:
    desk.hear(registered())
    desk.post.planned.append(outcome)
    desk.deliver()
    told = desk.emitted("address_bounced")
    assert len(told) == bounces
    assert [each["email"] for each in told] == [FIRM_EMAIL] * bounces


def test_a_rejected_paper_of_the_firm_s_own_is_no_news_of_a_case(desk: Desk) -> None:
    desk.hear(
        DocumentRejected(
            case_id=firm_folder("muffe", "eksempel"),
            document_id="d",
            filename="adk.pdf",
            kind="ANNET",
            reason="encrypted",
        )
    )
    assert desk.deliveries() == []
