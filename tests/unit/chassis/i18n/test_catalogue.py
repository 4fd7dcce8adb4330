"""Texts by key and language, and what is wrong with a catalogue."""

from pathlib import Path

import pytest

from services.chassis.i18n import LANGUAGES, Catalogue

SAME = {"nb": "a: Hei {name}", "nn": "a: Hei {name}", "en": "a: Hello {name}"}


def written(folder: Path, texts: dict[str, str], name: str = "texts.yaml") -> Path:
    """A folder of texts as a service or the gateway keeps them."""
    for language, source in texts.items():
        (folder / language).mkdir(parents=True, exist_ok=True)
        (folder / language / name).write_text(source, encoding="utf-8")
    return folder


def in_all(folder: Path, source: str) -> Catalogue:
    """The same texts in every language."""
    return Catalogue.load([written(folder, dict.fromkeys(LANGUAGES, source))])


def test_nested_keys_are_joined_by_dots(tmp_path: Path) -> None:
    catalogue = in_all(tmp_path, "case:\n  status:\n    received: Mottatt\n  title: Sak\n")
    assert catalogue.text("case.status.received", "nb") == "Mottatt"
    assert catalogue.keys() == {"case.status.received", "case.title"}


def test_several_folders_and_files_are_one_catalogue(tmp_path: Path) -> None:
    gateway = written(tmp_path / "gateway", SAME)
    written(gateway, dict.fromkeys(LANGUAGES, "b: B"), "more.yaml")
    service = written(tmp_path / "service", dict.fromkeys(LANGUAGES, "c: C"))
    assert Catalogue.load([gateway, service]).keys("nn") == {"a", "b", "c"}


def test_each_reader_gets_their_own_language(tmp_path: Path) -> None:
    catalogue = Catalogue.load([written(tmp_path, SAME)])
    assert catalogue.text("a", "en", name="Kari") == "Hello Kari"
    assert catalogue.bound("nb")("a", name="Kari") == "Hei Kari"


def test_words_yaml_would_take_for_something_else_stay_words(tmp_path: Path) -> None:
    catalogue = in_all(tmp_path, "no: nei\nyes: on\ntime: 08:30\ndate: 2023-05-17\nnull: null\n")
    assert [catalogue.text(key, "nb") for key in ("no", "yes", "time", "date", "null")] == [
        "nei",
        "on",
        "08:30",
        "2023-05-17",
        "null",
    ]


def test_a_value_is_put_in_as_it_is_and_not_read_again(tmp_path: Path) -> None:
    catalogue = Catalogue.load([written(tmp_path, SAME)])
    assert catalogue.text("a", "nb", name="{name} {x.__class__}") == "Hei {name} {x.__class__}"


def test_a_placeholder_reaches_nothing_inside_a_value(tmp_path: Path) -> None:
    catalogue = in_all(tmp_path, "a: '{name.__class__}'")
    assert catalogue.text("a", "nb", name="x") == "{name.__class__}"
    assert len(catalogue.problems()) == 3


def test_values_may_be_called_key_and_language(tmp_path: Path) -> None:
    catalogue = in_all(tmp_path, "a: '{key} {language} {self}'")
    values = {"key": 1, "language": 2, "self": 3}
    assert catalogue.text("a", "nb", **values) == "1 2 3"
    assert catalogue.bound("nn")("a", **values) == "1 2 3"


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 saker"), (1, "én sak"), (2, "2 saker"), (21, "21 saker")]
)
def test_one_is_singular_and_all_else_plural(tmp_path: Path, count: int, told: str) -> None:
    catalogue = in_all(tmp_path, "cases:\n  one: én sak\n  other: '{count} saker'\n")
    assert catalogue.text("cases", "nb", count=count) == told
    assert catalogue.has("cases")
    assert catalogue.problems() == []


def test_a_choice_named_other_needs_no_singular(tmp_path: Path) -> None:
    catalogue = in_all(tmp_path, "reason:\n  other: Annet\n  leak: Lekkasje\n")
    assert catalogue.problems() == []
    assert not catalogue.has("reason")


def test_a_missing_key_is_an_error_in_every_language(tmp_path: Path) -> None:
    catalogue = in_all(tmp_path, "a: A")
    for language in LANGUAGES:
        with pytest.raises(KeyError, match=f"'b' in {language}"):
            catalogue.text("b", language)
    assert not catalogue.has("b")


def test_a_key_missing_in_one_language_does_not_fall_back_to_another(tmp_path: Path) -> None:
    catalogue = Catalogue.load([written(tmp_path, {"nb": "a: A"})])
    with pytest.raises(KeyError):
        catalogue.text("a", "en")


def test_a_plural_without_a_count_is_an_error(tmp_path: Path) -> None:
    catalogue = in_all(tmp_path, "cases:\n  one: én sak\n  other: '{count} saker'\n")
    with pytest.raises(KeyError):
        catalogue.text("cases", "nb")


def test_a_missing_value_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="name"):
        Catalogue.load([written(tmp_path, SAME)]).text("a", "nb", navn="Kari")


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({"nn": ""}, "nn a: missing"),
        ({"en": "a: Hello {name}\nb: B"}, "en b: not in nb"),
        ({"nn": "a: Hei {namn}"}, "nn a: other placeholders than nb"),
        ({"en": "a: Hello"}, "en a: other placeholders than nb"),
        ({"en": "a: 'Hello {name} {'"}, "en a: a brace that is not a placeholder"),
    ],
)
def test_a_language_that_says_something_else_is_a_problem(
    tmp_path: Path, texts: dict[str, str], problem: str
) -> None:
    catalogue = Catalogue.load([written(tmp_path, {**SAME, **texts})])
    assert catalogue.problems() == [problem]


def test_an_empty_text_is_a_problem(tmp_path: Path) -> None:
    assert in_all(tmp_path, "a:\n").problems() == ["en a: empty", "nb a: empty", "nn a: empty"]


def test_half_a_plural_is_a_problem(tmp_path: Path) -> None:
    assert in_all(tmp_path, "a:\n  one: én\n").problems()[0] == "en a.one: no .other beside it"


def test_a_catalogue_that_says_the_same_has_no_problems(tmp_path: Path) -> None:
    assert Catalogue.load([written(tmp_path, SAME)]).problems() == []


@pytest.mark.parametrize("source", ["a: A\na: B", "a.b: A\na:\n  b: B"])
def test_a_key_given_twice_is_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(ValueError, match="given twice"):
        in_all(tmp_path, source)


def test_a_key_given_in_two_folders_is_refused(tmp_path: Path) -> None:
    folders = [written(tmp_path / name, SAME) for name in ("one", "two")]
    with pytest.raises(ValueError, match=r"texts\.yaml: nb a is given twice"):
        Catalogue.load(folders)


@pytest.mark.parametrize("source", ["a:\n  - one\n  - two", "- a", "just a text", "a: [x]"])
def test_what_is_not_a_tree_of_texts_is_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(ValueError, match=r"texts\.yaml:\d: a text or more keys was expected"):
        in_all(tmp_path, source)


def test_what_is_not_yaml_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"texts\.yaml: not YAML"):
        in_all(tmp_path, "a: 'open")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Catalogue.load([tmp_path / "nowhere"])
