"""Commits, clocks, exemptions, codes, names, sizes and places: in the tree, and planted."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from tests.architecture.checks import hygiene, places, sizes
from tests.architecture.checks.sources import ROOT, Source, files, python
from tests.architecture.verdict import none_of

CODE = ("services", "gateway", "deploy")
PRODUCT = ("services", "gateway")
LOCKS = ("requirements.lock", "requirements-dev.lock", "package-lock.json", ".npmrc")
OWN_CLOCKS = ("services/chassis/clock.py",)
"""deploy/ is not looked at: the sandbox is the outside world with its own clock, and the supervisor
waits in real time. tests/ neither: they compare with the world's."""
HOLDS_VIOLATIONS = "tests/architecture/test_hygiene.py"


def planted(code: str, path: str = "services/cases/operations/planted.py") -> Source:
    """A file that breaks a rule."""
    return Source(path, code)


@lru_cache(maxsize=1)
def codes() -> list[str]:
    """The codes of the catalogue's case types."""
    types = sorted((ROOT / "services/cases/catalogue/types").glob("*.yaml"))
    return [yaml.safe_load(file.read_text("utf-8"))["code"] for file in types]


def test_only_the_chassis_commits() -> None:
    own = [source for source in python(*PRODUCT) if not source.under("services/chassis")]
    none_of(line for source in own for line in hygiene.commits(source))


def test_a_commit_is_found() -> None:
    assert hygiene.commits(planted("def run(work):\n    work.session.commit()\n"))


def test_only_the_clock_reads_the_time() -> None:
    own = [source for source in python(*PRODUCT) if not source.under(*OWN_CLOCKS)]
    none_of(line for source in own for line in hygiene.clock_reads(source))


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import UTC, datetime\nat = datetime.now(UTC)",
        "import datetime\nat = datetime.datetime.utcnow()",
        "import datetime as dt\nday = dt.date.today()",
        "from time import time as seconds\nat = seconds()",
        "import time\nat = time.time()",
        "from datetime import datetime\nmake = dict(default_factory=datetime.now)",
    ],
)
def test_a_clock_read_is_found(code: str) -> None:
    assert len(hygiene.clock_reads(planted(code))) == 1


def test_the_house_clock_is_none() -> None:
    code = "from services.chassis import clock\nat = clock.now()\nday = clock.today()"
    assert hygiene.clock_reads(planted(code)) == []


def test_exemptions_say_from_what_and_why() -> None:
    own = [source for source in python(*CODE, "tests") if source.path != HOLDS_VIOLATIONS]
    none_of(line for source in own for line in hygiene.exemptions(source))


@pytest.mark.parametrize(
    "code",
    [
        "import a  # noqa",
        "import a  # noqa: F401",
        "a = b  # type: ignore",
        "a = b  # type: ignore[arg-type]",
        "import a  # noqa: F401 - re-exported\nc = 1\nimport b  # noqa: F401",
        "import a  # noqa: F401 - re-exported\nb = c  # noqa: E501",
    ],
)
def test_an_unexplained_exemption_is_found(code: str) -> None:
    assert len(hygiene.exemptions(planted(code))) == 1


def test_a_run_of_lines_is_explained_once() -> None:
    code = (
        "import a  # noqa: E402 - patched before\nimport b  # noqa: E402\n\nimport c  # noqa: E402"
    )
    assert hygiene.exemptions(planted(code)) == []


def test_case_types_are_named_in_the_catalogue_only() -> None:
    own = [source for source in python(*CODE) if not source.under("services/cases/catalogue")]
    found = [line for source in own for line in hygiene.case_type_codes(source, codes())]
    none_of(found)


def test_a_case_type_in_code_is_found() -> None:
    assert len(codes()) >= 3
    for code in codes():
        assert hygiene.case_type_codes(planted(f"if case.type == '{code}':\n    pass"), codes())
    assert hygiene.case_type_codes(planted('"""As for RORM."""'), codes()) == []


def test_names_say_what_is_in_them() -> None:
    found = [line for source in python(*CODE, "tests") for line in hygiene.empty_name(source.path)]
    none_of(found)


@pytest.mark.parametrize("path", ["services/cases/utils.py", "gateway/common/page.py"])
def test_an_empty_name_is_found(path: str) -> None:
    assert hygiene.empty_name(path)


def test_no_file_holds_too_much() -> None:
    looked_at = [*python(*CODE, "tests"), *files("gateway", ".html", ".js", ".css")]
    none_of(line for source in looked_at for line in sizes.too_long(source))


def test_files_are_short() -> None:
    lengths = [sizes.lines(source) for source in python(*PRODUCT)]
    none_of(sizes.spread(lengths, sizes.MEDIAN_FILE, sizes.P95_FILE))


def test_functions_are_short() -> None:
    lengths = sizes.function_lengths(python(*PRODUCT))
    none_of(sizes.spread(lengths, sizes.MEDIAN_FUNCTION, sizes.P95_FUNCTION))


def test_length_is_found() -> None:
    assert sizes.too_long(planted("a = 1\n" * (sizes.LONGEST_FILE + 1)))
    assert len(sizes.spread([300] * 20, sizes.MEDIAN_FILE, sizes.P95_FILE)) == 2
    assert sizes.function_lengths([planted('def f():\n    """Says."""\n    a = 1\n    b = 2')]) == [
        2
    ]


def test_lock_files_name_no_address() -> None:
    locks = [Source(name, (ROOT / name).read_text("utf-8")) for name in LOCKS]
    none_of(line for lock in locks for line in places.addresses(lock))


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://packages.example/simple",
        "--find-links wheels",
        "attrs @ file:///srv/attrs.whl",
        '"resolved": "https://registry.example/a.tgz"',
    ],
)
def test_an_address_in_a_lock_file_is_found(line: str) -> None:
    assert places.addresses(Source("requirements.lock", line))


def test_no_file_holds_a_path_of_one_machine() -> None:
    endings = (".py", ".yaml", ".yml", ".toml", ".md", ".html", ".js", ".json", ".lock", ".conf")
    looked_at = [
        source
        for folder in (*CODE, "tests", "docs")
        for source in files(folder, *endings)
        if source.path != HOLDS_VIOLATIONS
    ]
    found = [line for source in looked_at for line in places.machine_paths(source, str(ROOT))]
    none_of(found)


@pytest.mark.parametrize("path", ["/home/somebody/portal", "/Users/somebody", "/srv/here/portal"])
def test_a_path_of_one_machine_is_found(path: str) -> None:
    assert places.machine_paths(planted(f"ROOT = '{path}'"), "/srv/here/portal")


def test_every_folder_of_tests_is_a_package() -> None:
    none_of(loose_folders(ROOT / "tests"))


def test_a_loose_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit" / "test_a.py").touch()
    assert loose_folders(tmp_path) == ["unit"]


def loose_folders(folder: Path) -> list[str]:
    """Folders with tests in them but without `__init__.py`: two files of a name would collide."""
    return sorted(
        {
            file.parent.relative_to(folder).as_posix()
            for file in folder.rglob("*.py")
            if not (file.parent / "__init__.py").exists() and file.parent != folder
        }
    )
