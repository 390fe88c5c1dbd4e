"""Files of the previous build that open pages may still request stay for one build."""

from pathlib import Path

from mvo_catalogue.wiring.commands.build import build_site
from mvo_catalogue.wiring.output_folder import keep_previous

SETTINGS = Path("pelicanconf.py")


def make_site(folder: Path, *files: str) -> Path:
    """Make a built site with these files in it."""
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{folder.name}: {name}")
    return folder


def files_of(site: Path) -> set[str]:
    """Return the files of a site for browsers."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file() and file.name[0] != "."}


def test_hashed_files_stay_for_one_build(tmp_path):
    """With their compressed copies; other files do not."""
    css, same, terms = "assets/site.0123456789.css", "assets/same.0123456789.js", "zoekindex/terms-0.{}.json"
    one, two, three = (terms.format(letter * 10) for letter in "abc")
    first = make_site(tmp_path / "1", "index.html", "assets/logo.svg", css, f"{css}.br", same, one)
    second = make_site(tmp_path / "2", same, two)
    keep_previous(first, second)
    assert files_of(second) == {same, two, one, css, f"{css}.br"}
    assert (second / same).read_text() == f"2: {same}"

    third = make_site(tmp_path / "3", same, three)
    keep_previous(second, third)
    assert files_of(third) == {same, three, two}


def test_a_build_without_changes_removes_nothing(tmp_path):
    """And going back to the previous content reuses its files."""
    first, other, same, back = (
        make_site(tmp_path / name, f"assets/a.{digest * 10}.js")
        for name, digest in (("1", "a"), ("2", "b"), ("3", "b"), ("4", "a"))
    )
    for old, new in ((first, other), (other, same), (same, back)):
        keep_previous(old, new)
        assert files_of(new) == {"assets/a.aaaaaaaaaa.js", "assets/a.bbbbbbbbbb.js"}


def test_a_damaged_list_adds_no_files(tmp_path):
    old = make_site(tmp_path / "old", "assets/a.aaaaaaaaaa.js")
    (tmp_path / "buiten.0123456789.js").write_text("van een ander")
    (old / ".vorige").write_bytes(b"\xff\xfe\n../buiten.0123456789.js\nassets/\n")
    new = make_site(tmp_path / "new", "assets/a.aaaaaaaaaa.js")
    keep_previous(old, new)
    assert files_of(new) == {"assets/a.aaaaaaaaaa.js"}


def test_a_build_keeps_the_previous_index(project):
    """The second build removes it."""
    practice = project / "content" / "practices" / "portieken.md"
    output = project / "output"
    indexes = []
    for word in ("", "Veegclub.", "Buurtmoestuin."):
        practice.write_text(practice.read_text(encoding="utf-8") + f"\n{word}\n", encoding="utf-8")
        build_site(SETTINGS, output)
        indexes.append({file.name for file in (output / "zoekindex").glob("terms-*.json")})
    first, second, third = indexes
    assert first < second
    assert second - first < third
    assert not first & third
