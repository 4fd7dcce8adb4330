"""What every store promises, asked of each of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from services.chassis.objects import NoSuchObject, ObjectStore, UnsafeKey, WrongSize

MEBIBYTE = 1024 * 1024


def read(store: ObjectStore, key: str, start: int = 0, length: int | None = None) -> bytes:
    return b"".join(store.get(key, start, length))


def test_what_is_put_is_got(store: ObjectStore, prefix: str) -> None:
    stored = store.put(f"{prefix}/one", [b"vann ", b"og ", b"", b"avl\xc3\xb8p"])

    assert read(store, f"{prefix}/one") == "vann og avløp".encode()
    assert stored.size == 14
    assert stored.sha256 == hashlib.sha256("vann og avløp".encode()).hexdigest()


def test_an_empty_object_is_an_object(store: ObjectStore, prefix: str) -> None:
    assert store.put(f"{prefix}/empty", [], 0).size == 0

    assert read(store, f"{prefix}/empty") == b""
    assert store.head(f"{prefix}/empty") is not None


def test_putting_again_replaces(store: ObjectStore, prefix: str) -> None:
    store.put(f"{prefix}/one", [b"before"])
    store.put(f"{prefix}/one", [b"after"], 5)

    assert read(store, f"{prefix}/one") == b"after"


def test_head_tells_the_size_and_misses_quietly(store: ObjectStore, prefix: str) -> None:
    store.put(f"{prefix}/one", [b"12345"])

    found = store.head(f"{prefix}/one")
    assert found is not None
    assert found.size == 5
    assert store.head(f"{prefix}/other") is None


@pytest.mark.parametrize(
    ("start", "length", "expected"),
    [
        (0, None, b"0123456789"),
        (4, None, b"456789"),
        (4, 3, b"456"),
        (8, 100, b"89"),
        (9, 1, b"9"),
        (10, None, b""),
        (50, 5, b""),
        (3, 0, b""),
    ],
)
def test_a_range_is_cut_at_the_end(
    store: ObjectStore, prefix: str, start: int, length: int | None, expected: bytes
) -> None:
    store.put(f"{prefix}/digits", [b"0123456789"])

    assert read(store, f"{prefix}/digits", start, length) == expected


@pytest.mark.parametrize("length", [None, 0, 5])
def test_a_missing_object_is_told_when_asked_for(
    store: ObjectStore, prefix: str, length: int | None
) -> None:
    with pytest.raises(NoSuchObject):
        store.get(f"{prefix}/missing", 0, length)


def test_deleting_twice_is_deleting_once(store: ObjectStore, prefix: str) -> None:
    store.put(f"{prefix}/one", [b"x"])
    store.delete(f"{prefix}/one")
    store.delete(f"{prefix}/one")

    assert store.head(f"{prefix}/one") is None


def test_deleting_leaves_the_neighbours(store: ObjectStore, prefix: str) -> None:
    store.put(f"{prefix}/a", [b"x"])
    store.put(f"{prefix}/a/b", [b"y"])
    store.delete(f"{prefix}/a")

    assert read(store, f"{prefix}/a/b") == b"y"


def test_a_key_may_be_the_beginning_of_another(store: ObjectStore, prefix: str) -> None:
    store.put(f"{prefix}/a/b", [b"long"])
    store.put(f"{prefix}/a", [b"short"])

    assert (read(store, f"{prefix}/a"), read(store, f"{prefix}/a/b")) == (b"short", b"long")


@pytest.mark.parametrize("announced", [3, 7])
def test_another_size_than_announced_stores_nothing(
    store: ObjectStore, prefix: str, announced: int
) -> None:
    with pytest.raises(WrongSize):
        store.put(f"{prefix}/one", [b"12", b"345"], announced)

    assert store.head(f"{prefix}/one") is None


def test_a_source_that_breaks_stores_nothing_and_keeps_what_was(
    store: ObjectStore, prefix: str
) -> None:
    def breaking() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionError

    store.put(f"{prefix}/one", [b"whole"])
    with pytest.raises(ConnectionError):
        store.put(f"{prefix}/one", breaking())

    assert read(store, f"{prefix}/one") == b"whole"


def test_composing_joins_parts_in_order_and_keeps_them(store: ObjectStore, prefix: str) -> None:
    names = [f"{prefix}/p/{n}" for n in (1, 2, 3)]
    for name, content in zip(names, (b"a" * 6 * MEBIBYTE, b"b" * 5 * MEBIBYTE, b"c"), strict=True):
        store.put(name, [content])

    stored = store.compose(f"{prefix}/whole", names)

    whole = b"a" * 6 * MEBIBYTE + b"b" * 5 * MEBIBYTE + b"c"
    assert stored.size == len(whole)
    assert stored.sha256 == hashlib.sha256(whole).hexdigest()
    assert read(store, f"{prefix}/whole") == whole
    assert all(store.head(name) for name in names)


def test_small_parts_are_composed_too(store: ObjectStore, prefix: str) -> None:
    store.put(f"{prefix}/1", [b"vann"])
    store.put(f"{prefix}/2", [b"verk"])

    store.compose(f"{prefix}/whole", [f"{prefix}/1", f"{prefix}/2"])

    assert read(store, f"{prefix}/whole") == b"vannverk"


@pytest.mark.parametrize("size", [1, 6 * MEBIBYTE])
def test_composing_of_a_missing_part_makes_nothing(
    store: ObjectStore, prefix: str, size: int
) -> None:
    store.put(f"{prefix}/1", [b"x" * size])

    with pytest.raises(NoSuchObject):
        store.compose(f"{prefix}/whole", [f"{prefix}/1", f"{prefix}/2"])

    assert store.head(f"{prefix}/whole") is None


def test_much_is_streamed_without_a_size(store: ObjectStore, prefix: str) -> None:
    chunk = bytes(range(256)) * 1024
    stored = store.put(f"{prefix}/much", (chunk for _ in range(80)))

    assert stored.size == 20 * MEBIBYTE
    assert read(store, f"{prefix}/much", 17 * MEBIBYTE + 1, 3) == b"\x01\x02\x03"


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a//b",
        "a/",
        ".incoming/x",
        "Å",
        "a.b",
        "a" * 201,
        "a\n",
    ],
)
def test_strange_keys_are_refused_by_every_method(store: ObjectStore, key: str) -> None:
    for ask in (
        lambda: store.put(key, [b"x"]),
        lambda: store.get(key),
        lambda: store.head(key),
        lambda: store.delete(key),
        lambda: store.compose(key, []),
    ):
        with pytest.raises(UnsafeKey):
            ask()


def test_reading_may_end_early(store: ObjectStore, prefix: str) -> None:
    store.put(f"{prefix}/much", [b"x" * MEBIBYTE])
    reading = store.get(f"{prefix}/much")

    assert next(reading)
    del reading
    store.delete(f"{prefix}/much")


def test_it_says_that_it_is_reachable(store: ObjectStore) -> None:
    store.ensure_reachable()
