"""The acceptance table is whole: every row has tests that exist, or says what it waits for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import rows
from tests.architecture.rows import Row
from tests.architecture.verdict import none_of

HERE = "tests/architecture/test_rows.py::test_the_table_is_whole"


def whole() -> list[Row]:
    """A table without faults."""
    return [
        Row(id=row_id, says="Something is shown.", priority=1, tests=[HERE])
        for row_id in rows.KNOWN
    ]


def test_the_table_is_whole() -> None:
    none_of(rows.problems(rows.read()))


def test_a_whole_table_has_no_problems() -> None:
    assert rows.problems(whole()) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"id": "R88"}, "R88: unknown"),
        ({"id": "R88"}, "R01: missing"),
        ({"id": "R02"}, "R02: stands twice"),
        ({"tests": []}, "R01: neither a test nor the issue it waits for"),
        ({"tests": ["tests/unit/test_gone.py::test_a"]}, "R01: no test tests/unit/test_gone.py"),
        ({"tests": [f"{HERE}_gone"]}, "R01: no test tests/architecture/test_rows.py"),
        ({"tests": ["tests/architecture/test_rows.py"]}, "R01: no test tests/architecture"),
    ],
)
def test_a_fault_in_the_table_is_found(change: dict[str, object], problem: str) -> None:
    first, *others = whole()
    faulty = [first.model_copy(update=change), *others]
    assert any(line.startswith(problem) for line in rows.problems(faulty))


def test_a_method_of_a_class_is_a_test(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text("class TestA:\n    async def test_b(self): ...\n")
    assert rows.exists("test_a.py::TestA::test_b", tmp_path)
    assert not rows.exists("test_a.py::test_b", tmp_path)


def test_a_row_may_wait() -> None:
    waiting = Row(id="R01", says="Something comes later.", priority=2, later="seminars")
    assert rows.problems([waiting, *whole()[1:]]) == []
    assert rows.table([waiting]).splitlines()[0].startswith("R01  2  later")


def test_the_script_prints_the_table_and_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rows, "read", lambda: whole()[1:])
    assert rows.main() == 1
    assert "R01: missing" in capsys.readouterr().out
    monkeypatch.setattr(rows, "read", whole)
    assert rows.main() == 0
