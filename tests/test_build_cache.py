"""The build cache: used when intact and made from the same inputs, otherwise ignored."""

from functools import partial

import pytest

from mvo_catalogue.build_cache import BuildCache, Memo, digest_of

SAME, OTHER = digest_of("a"), digest_of("b")


def test_equal_inputs_reuse_the_cached_file(tmp_path):
    """Other inputs replace it."""
    build_cache = BuildCache(tmp_path / "not there yet")
    made = iter([b"one", b"two"])

    assert [build_cache.get_or_make("x/y", key, lambda: next(made)) for key in (SAME, SAME, OTHER, OTHER)] == [
        *(b"one", b"one"),
        *(b"two", b"two"),
    ]
    assert build_cache.read("x/y", SAME) is None
    assert [file.name for file in (tmp_path / "not there yet" / "x").iterdir()] == ["y"]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40])
def test_a_damaged_file_is_made_again(tmp_path, damage):
    """It is never used, and no build fails."""
    build_cache = BuildCache(tmp_path)
    build_cache.write("x", SAME, b"data")
    whole = (tmp_path / "x").read_bytes()
    for stored in (damage, whole[:-1], whole + b"x", whole[:10]):
        (tmp_path / "x").write_bytes(stored)

        assert build_cache.read("x", SAME) is None
    assert build_cache.get_or_make("x", SAME, lambda: b"new") == b"new"


def test_a_digest_separates_its_parts(tmp_path):
    """A file counts by its content."""
    (tmp_path / "a").write_text("ab")

    assert digest_of("a", "b") != digest_of("ab")
    assert digest_of("ab", "") != digest_of("", "ab")
    assert digest_of(tmp_path / "a") == digest_of("ab") == digest_of(b"ab")


def test_a_memo_keeps_what_was_used_last(tmp_path):
    """The rest is dropped, and so is what was made from other inputs."""
    build_cache = BuildCache(tmp_path)

    def ask(key: bytes, *keys: str) -> list[str]:
        known, worked = Memo(build_cache, "known.json", key), list[str]()

        def work(key: str) -> str:
            worked.append(key)
            return key.upper()

        assert [known.get(key, partial(work, key)) for key in keys] == [key.upper() for key in keys]
        known.write()
        return worked

    assert ask(SAME, "a", "b", "a") == ["a", "b"]
    assert ask(SAME, "b", "c") == ["c"]
    assert ask(SAME, "a") == ["a"]
    assert ask(OTHER, "a") == ["a"]
    build_cache.write("known.json", SAME, b"[]")
    assert ask(SAME, "a") == ["a"]
