"""What is kept between builds: used when it is whole and made of the same, as if it were not there otherwise."""

from functools import partial

import pytest

from mvo_catalogue.build_cache import BuildCache, Memo, digest_of

SAME, OTHER = digest_of("a"), digest_of("b")


def test_what_was_made_of_the_same_is_not_made_again(tmp_path):
    """Of something else it is, in the place of what was there."""
    build_cache = BuildCache(tmp_path / "not there yet")
    made = iter([b"one", b"two"])

    assert [build_cache.get_or_make("x/y", key, lambda: next(made)) for key in (SAME, SAME, OTHER, OTHER)] == [
        *(b"one", b"one"),
        *(b"two", b"two"),
    ]
    assert build_cache.read("x/y", SAME) is None
    assert [file.name for file in (tmp_path / "not there yet" / "x").iterdir()] == ["y"]


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40])
def test_what_is_damaged_is_made_again(tmp_path, damage):
    """A file that was cut short or changed is no reason for a build to fail, and is never used."""
    build_cache = BuildCache(tmp_path)
    build_cache.write("x", SAME, b"data")
    whole = (tmp_path / "x").read_bytes()
    for stored in (damage, whole[:-1], whole + b"x", whole[:10]):
        (tmp_path / "x").write_bytes(stored)

        assert build_cache.read("x", SAME) is None
    assert build_cache.get_or_make("x", SAME, lambda: b"new") == b"new"


def test_a_digest_keeps_parts_apart(tmp_path):
    """What stands on one side of a border never looks like what stands on the other; a file counts by its content."""
    (tmp_path / "a").write_text("ab")

    assert digest_of("a", "b") != digest_of("ab")
    assert digest_of("ab", "") != digest_of("", "ab")
    assert digest_of(tmp_path / "a") == digest_of("ab") == digest_of(b"ab")


def test_what_is_known_is_what_was_asked_for_last(tmp_path):
    """It is not worked out again; what nobody asks for any more goes, and what was made of other things."""
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
