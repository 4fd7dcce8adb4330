"""Addresses of stores, content keys, and what the folder leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.chassis.objects import UnsafeKey, content_key, store_from

SECRET = "s3cr3t-of-a-store"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "folder:relative/path",
        "ftp://somewhere/x",
        f"s3://access:{SECRET}@127.0.0.1:9000/",
        f"s3://access:{SECRET}@127.0.0.1:9000/two/buckets",
        f"s3://:{SECRET}@127.0.0.1:9000/bucket",
        "s3://127.0.0.1:9000/bucket",
    ],
)
def test_an_address_of_no_store_is_refused_without_being_repeated(address: str) -> None:
    with pytest.raises(ValueError, match="object store") as refused:
        store_from(address)

    assert SECRET not in str(refused.value)


def test_content_lives_under_its_hash() -> None:
    assert content_key("ab" * 32) == f"sha256/ab/{'ab' * 32}"


@pytest.mark.parametrize("digest", ["", "AB" * 32, "ab" * 31, "../" * 21 + "x", "ab" * 32 + "\n"])
def test_only_a_hash_names_content(digest: str) -> None:
    with pytest.raises(UnsafeKey):
        content_key(digest)


def test_nothing_half_written_stays_in_the_folder(tmp_path: Path) -> None:
    def breaking() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionError

    store = store_from(f"folder:{tmp_path}")
    with pytest.raises(ConnectionError):
        store.put("a/b", breaking())

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_empty_folders_go_with_their_last_object(tmp_path: Path) -> None:
    store = store_from(f"folder:{tmp_path}")
    store.put("staging/upload/1", [b"x"])
    store.delete("staging/upload/1")

    assert [path.name for path in tmp_path.iterdir()] == [".incoming"]


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    store = store_from(f"folder:{tmp_path / 'objects'}")
    store.put("a/b", [b"x"])

    assert (tmp_path / "objects" / "a").stat().st_mode & 0o077 == 0
