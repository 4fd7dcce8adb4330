"""Letters say the right things in each language, to eyes and to screen readers."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from services.chassis.i18n import LANGUAGES, Language
from services.documents.contract.types import LetterKind
from services.documents.letters import Letter, write
from services.documents.letters.texts import catalogue
from tests.unit.documents.letter_facts import LETTERS, SENDER

EVERY_LETTER = [(kind, language) for kind in LETTERS for language in LANGUAGES]
OUTCOMES = ("approved", "approved_with_conditions", "refused", "dismissed")


def written(kind: LetterKind, language: Language = "nb", **changed: Any) -> Letter:
    return write(kind, language, {**LETTERS[kind], **changed}, SENDER)


def text_of(letter: Letter) -> str:
    """The words as extracted, line breaks as spaces."""
    pages = PdfReader(io.BytesIO(letter.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_three_languages_say_the_same() -> None:
    assert catalogue().problems() == []


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_every_letter_names_sender_recipient_and_case(kind: LetterKind, language: Language) -> None:
    text = text_of(written(kind, language))

    for said in (
        SENDER,
        "Fjell & Fjord Rør AS",
        "310 529 915",
        "Kari Nordmann",
        "VA-2023-000123",
        "Eksempelveien 14, gnr. 164 bnr. 123",
        "Ny stikkledning",
        LETTERS[kind]["type_title"][language],
        "2023",
        "Siri Saksbehandler",
        "sone.sor@vann.example",
        "55 56 78 15",
    ):
        assert said in text


@pytest.mark.parametrize(("kind", "language"), EVERY_LETTER)
def test_every_letter_can_be_listened_to(kind: LetterKind, language: Language) -> None:
    letter = written(kind, language)
    reader = PdfReader(io.BytesIO(letter.pdf))
    root: Any = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"].value is True
    assert str(root["/Lang"]).startswith(language)
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert reader.metadata is not None
    assert reader.metadata.title == letter.title


def test_the_date_inside_is_the_letters_own() -> None:
    reader = PdfReader(io.BytesIO(written("decision").pdf))

    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date().isoformat() == "2023-03-13"


@pytest.mark.parametrize("kind", LETTERS)
def test_writing_it_again_gives_the_same_bytes(kind: LetterKind) -> None:
    assert written(kind).pdf == written(kind).pdf


def test_the_receipt() -> None:
    letter = written("receipt")
    text = text_of(letter)

    assert letter.filename == "Kvittering VA-2023-000123.pdf"
    assert "Vi mottok saken 13. mars 2023 kl. 10:30" in text
    assert "svare innen 3. april 2023" in text
    assert "ikke en tillatelse" in text
    assert "Sone sør, som har ansvar for området" in text
    assert "Dimensjon 32 mm PE" in text


def test_a_receipt_without_zone_and_expected_day_leaves_them_out() -> None:
    text = text_of(written("receipt", contact=None, expected_by=None, summary=[]))

    assert "Saken går til en saksbehandler" in text
    assert "regner med" not in text
    assert "Dette sendte dere inn" not in text
    assert "Spørsmål om saken" not in text


def test_the_deficiency_letter() -> None:
    letter = written("deficiency")
    text = text_of(letter)

    assert letter.filename == "Mangelbrev VA-2023-000123.pdf"
    assert "Svarfrist: til og med 3. april 2023" in text
    assert "de 2 punktene" in text
    assert "1 Dokument som mangler: Situasjonsplan i 1:500" in text
    assert "2 Avstand til fjernvarme" in text
    assert "løper videre når vi har fått svar" in text


def test_a_second_deficiency_letter_has_a_name_of_its_own() -> None:
    letter = written(
        "deficiency", letter=2, severity="major", items=LETTERS["deficiency"]["items"][:1]
    )

    assert letter.filename == "Mangelbrev 2 VA-2023-000123.pdf"
    assert "svar på punktet nedenfor" in text_of(letter)
    assert "først begynner å løpe når vi har fått alt" in text_of(letter)


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_tells_how_to_appeal(outcome: str, language: Language) -> None:
    """Forvaltningsloven § 27: the right to appeal, the limit, the body, the procedure."""
    letter = written("decision", language, outcome=outcome)
    text = text_of(letter)

    assert catalogue().text(f"decision.title.{outcome}", language) == letter.title
    for reference in ("29", "32", "18", "19", "42"):
        assert reference in text
    assert catalogue().text("decision.appeal_limit", language, weeks=3) in text
    for said in ("how", "who", "rights"):
        assert catalogue().text(f"decision.appeal_{said}", language) in text


def test_the_decision() -> None:
    letter = written("decision")
    text = text_of(letter)

    assert letter.filename == "Vedtak VA-2023-000123.pdf"
    assert "godkjenner den på vilkårene nedenfor" in text
    assert "1. Trykkprøving før grøften fylles. 2. Innmåling som SOSI." in text
    assert "Kravene er oppfylt. Kapasiteten er god." in text
    assert "til og med 3. april 2023" in text
    assert "Med vennlig hilsen Arne Godkjenner" in text


def test_a_decision_without_conditions_or_date_of_appeal_leaves_them_out() -> None:
    text = text_of(written("decision", outcome="approved", conditions=[], appeal_until=None))

    assert "Vilkår" not in text
    assert "regnet fra datoen" not in text
    assert "3 uker" in text


def test_a_utility_that_gives_longer_says_so() -> None:
    assert "Klagefristen er 6 uker" in text_of(written("decision", appeal_weeks=6))


def test_the_statement_is_no_decision() -> None:
    letter = written("statement")

    assert letter.filename == "Forhåndsuttalelse VA-2023-000123.pdf"
    assert "ikke et vedtak, kan ikke påklages" in text_of(letter)
    assert "§ 29" not in text_of(letter)
    assert "Overvann fordrøyes på egen grunn." in text_of(letter)


def test_the_interim_answer() -> None:
    letter = written("interim")

    assert letter.filename == "Foreløpig svar VA-2023-000123.pdf"
    assert "13. februar 2023" in text_of(letter)
    assert "§ 11 a" in text_of(letter)
    assert "svar til og med 3. april 2023" in text_of(letter)
    assert "så snart vi kan" in text_of(written("interim", expected_by=None))


def test_the_closing_letter_says_that_a_new_application_is_needed() -> None:
    letter = written("closing")
    text = text_of(letter)

    assert letter.filename == "Avslutning VA-2023-000123.pdf"
    assert "13. januar 2023, med svarfrist til og med 3. februar 2023" in text
    assert "Kartet kom ikke. Vi har minnet om det." in text
    assert "ny søknad" in text


def test_the_decision_names_the_appeal_body() -> None:
    body = {"nb": "Statsforvalteren", "nn": "Statsforvaltaren", "en": "The county governor"}

    assert "Klageinstans: Statsforvalteren." in text_of(written("decision", appeal_body=body))


def test_the_decision_names_whom_it_is_for_with_its_number() -> None:
    """The virksomhet is the party; the letter goes to the firm that applied for it (R59)."""
    client = {"kind": "business", "name": "Fisk og Frityr AS", "orgnr": "312124718"}
    for language, words in (
        ("nb", "Fjell & Fjord Rør AS har søkt på vegne av Fisk og Frityr AS."),
        ("nn", "Fjell & Fjord Rør AS har søkt på vegner av Fisk og Frityr AS."),
        ("en", "Fjell & Fjord Rør AS applied on behalf of Fisk og Frityr AS."),
    ):
        text = text_of(written("decision", language, client=client))  # type: ignore[arg-type]  # one of three
        assert words in text
        assert "Fisk og Frityr AS, Org.nr. 312 124 718" in text or language == "en"
    person = {"kind": "person", "name": "Ola Huseier"}
    assert "Gjelder for Ola Huseier" in text_of(written("receipt", client=person))
    assert "Gjelder for" not in text_of(written("statement"))


HOSTILE = (
    '#set text(red) #import "/etc/passwd": * *fet* _kursiv_ $x^2$ @ref <merke> // bort '
    '`kode` \\ "]#panic("x")[" {nb} = Tittel ~ -- #sys.inputs'
)


@pytest.mark.parametrize("kind", LETTERS)
def test_what_people_write_is_shown_and_never_run(kind: LetterKind) -> None:
    own: dict[LetterKind, dict[str, Any]] = {
        "receipt": {"summary": [[{"nb": HOSTILE, "nn": HOSTILE, "en": HOSTILE}, HOSTILE]]},
        "deficiency": {"items": [{"number": 1, "code": "clarify", "text": HOSTILE}]},
        "decision": {"text": HOSTILE, "conditions": [HOSTILE], "signed_by": HOSTILE},
        "statement": {"text": HOSTILE, "conditions": [HOSTILE], "signed_by": HOSTILE},
        "interim": {"attention": HOSTILE},
        "closing": {"reason": HOSTILE},
    }
    firm = {"firm_id": "f", "name": HOSTILE, "orgnr": HOSTILE}
    letter = write(
        kind,
        "nb",
        {**LETTERS[kind], **own[kind], "firm": firm, "title": HOSTILE, "place": HOSTILE},
        HOSTILE,
    )

    assert text_of(letter).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 4


@pytest.mark.parametrize(
    ("wrote", "shown"),
    [
        ("Grøft 📢 nå", "Grøft □ nå"),
        ("水 og ŋ og Ж og ≥", "□ og ŋ og Ж og ≥"),
        ("\u202esnudd\x00 \ttekst", "snudd tekst"),
        ("čáhci, 1/2 ½ m³ Ø110", "čáhci, 1/2 ½ m³ Ø110"),
        ("\U0001f469\u200d\U0001f527", "□□"),
        ("ꙮ ჟ ⾔", "□ □ □"),
    ],
)
def test_no_sign_stops_a_letter(wrote: str, shown: str) -> None:
    assert shown in text_of(written("decision", text=wrote))


def test_line_breaks_of_a_writer_stay() -> None:
    letter = written("decision", text="Første linje\nandre linje\r\n\r\nNytt avsnitt")
    lines = PdfReader(io.BytesIO(letter.pdf)).pages[0].extract_text().splitlines()

    assert {"Første linje", "andre linje", "Nytt avsnitt"} <= {line.strip() for line in lines}


def test_a_long_decision_numbers_its_pages() -> None:
    pages = PdfReader(io.BytesIO(written("decision", text="Ord på rad. " * 1600).pdf)).pages

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} av {len(pages)}" in " ".join(page.extract_text().split())


DECISIONS = ("approved", "rejected", "suspended", "lifted")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision_about_a_firm_names_it_and_no_case(decision: str, language: Language) -> None:
    common = {name: LETTERS["decision"][name] for name in ("dated", "firm")}
    about_no_case = {"number": "", "type_title": {}, "title": "", "place": ""}
    facts = {**common, **about_no_case, "decision": decision, "words": "Først.\n\nSå."}
    letter = write("firm_decision", language, facts, SENDER)
    text = text_of(letter)
    for said in ("Fjell & Fjord Rør AS", "310 529 915", SENDER, "Først.", "Så.", letter.title):
        assert said in text
    assert letter.title == catalogue().bound(language)(f"firm_decision.title.{decision}")
    assert letter.filename.endswith(".pdf")
    assert " .pdf" not in letter.filename
    silent = text_of(write("firm_decision", language, {**facts, "words": ""}, SENDER))
    assert catalogue().bound(language)(f"firm_decision.words.{decision}") not in silent
