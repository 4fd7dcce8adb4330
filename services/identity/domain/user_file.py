"""A table of users as spreadsheets write it: UTF-8 or Windows-1252, semicolon, comma or tab."""

from __future__ import annotations

import base64
import binascii
import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from services.identity.contract.errors import UnreadableFile
from services.identity.contract.types.user_import import (
    MOST_LINES,
    ImportedUser,
    LineProblem,
)

COLUMNS = {
    "email": ("epost", "epostadresse", "email", "mail", "epostadressa"),
    "name": ("navn", "namn", "name", "fulltnavn"),
    "orgnr": ("orgnr", "organisasjonsnummer", "orgnummer", "organisationnumber"),
    "roles": ("roller", "rolle", "roles", "role"),
    "language": ("sprak", "malform", "language"),
}
NEEDED = ("email", "name", "orgnr", "roles")
ROLES = {
    "firm_admin": ("firmadmin", "administrator", "brukeradministrator", "admin"),
    "applicant": ("applicant", "soker", "sokjar", "innsender", "innsendar"),
    "field_worker": ("fieldworker", "feltarbeider", "feltarbeidar", "montor", "utforende"),
    "reader": ("reader", "leser", "lesar"),
}
LANGUAGES = {"nb": ("nb", "bokmal", "norsk"), "nn": ("nn", "nynorsk"), "en": ("en", "english")}
_FOLD = str.maketrans({"ø": "o", "å": "a", "æ": "ae"})
_ROLE_MARKS = str.maketrans({"+": "|", ",": "|", "/": "|", ";": "|"})
_TELLABLE = ("min_length", "max_length")


@dataclass(frozen=True)
class Line:
    """A line by its number in the file, understood or with what is wrong."""

    number: int
    email: str
    user: ImportedUser | None
    problems: list[LineProblem]


def read(content: str) -> list[Line]:
    """Every line below the header. Raises UnreadableFile for what is no such table."""
    try:
        text = _decoded(base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError):
        raise UnreadableFile(why="encoding") from None
    first = text.partition("\n")[0]
    mark = max(";,\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return list(_lines(rows))
    except csv.Error:
        raise UnreadableFile(why="table") from None


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text or not text.strip():
        raise UnreadableFile(why="encoding")
    return text


def _lines(rows: Iterator[list[str]]) -> Iterator[Line]:
    header = [_column(cell) for cell in next(rows)]
    missing = [name for name in NEEDED if name not in header]
    if missing:
        raise UnreadableFile(why="columns", missing=missing)
    for count, (number, row) in enumerate(enumerate(rows, start=2)):
        if count >= MOST_LINES:
            raise UnreadableFile(why="lines", most=MOST_LINES)
        if any(cell.strip() for cell in row):
            yield _line(number, dict(zip(header, row, strict=False)))


def _line(number: int, cells: dict[str, str]) -> Line:
    values: dict[str, object] = {
        "email": cells.get("email", "").strip(),
        "name": " ".join(cells.get("name", "").split()),
        "orgnr": cells.get("orgnr", ""),
        "roles": [_word(ROLES, role) for role in _parts(cells.get("roles", ""))],
        "language": _word(LANGUAGES, cells.get("language", "")) or "nb",
    }
    try:
        user = ImportedUser.model_validate(values)
    except ValidationError as wrong:
        problems = _problems(wrong)
        written = "" if any(each.field == "email" for each in problems) else str(values["email"])
        return Line(number, written, None, problems)
    return Line(number, user.email, user, [])


def _problems(wrong: ValidationError) -> list[LineProblem]:
    """By field, each once; never what was written."""
    found = {
        str(error["loc"][0]): LineProblem(
            field=str(error["loc"][0]),
            code=error["type"],
            facts={k: v for k, v in error.get("ctx", {}).items() if k in _TELLABLE},
        )
        for error in wrong.errors(include_input=False, include_url=False)
    }
    return list(found.values())


def _parts(roles: str) -> list[str]:
    return [part for part in roles.translate(_ROLE_MARKS).split("|") if part.strip()]


def _column(cell: str) -> str:
    return next((name for name, words in COLUMNS.items() if _folded(cell) in words), "")


def _word(words: dict[str, tuple[str, ...]], written: str) -> str:
    """The contract's word for what was written; as it is when nobody knows it."""
    folded = _folded(written)
    return next((name for name, known in words.items() if folded in known), written.strip())


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_FOLD)
    return "".join(letter for letter in plain if letter.isalpha())
