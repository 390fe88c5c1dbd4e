"""Any input gives Dutch messages at places in the file, and harmless HTML."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mvo_catalogue.domain.model import ENTRY_KINDS, PARTNERS, PRACTICES, VOCABULARIES
from mvo_catalogue.domain.patterns import HIDDEN
from mvo_catalogue.reading.files import ContentFile
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.yaml_values import MAX_DEPTH, read_yaml
from mvo_catalogue.validation.entries import load_entry, load_vocabulary
from tests.factories import TODAY, make_site
from tests.html_parts import list_tags
from tests.validation.conftest import CASES

PATH = f"content/{PRACTICES}/alles.md"
KNOWN = {PATH, f"content/{PARTNERS}/wijkwerk.md", f"content/{PARTNERS}/de-brug.md"}
EVERY_FIELD = (CASES / "valid" / "every-field" / PATH).read_text(encoding="utf-8")
VOCABULARY = (CASES / "base" / "content" / VOCABULARIES / "doelgroepen.yaml").read_text(encoding="utf-8")

PLAIN = "p em strong blockquote pre ul li hr br table thead tbody tr th td"
HEADINGS = "h1 h2 h3 h4 h5 h6"
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in PLAIN.split()},
    **{tag: {"id"} for tag in HEADINGS.split()},
    "a": {"href"},
    "code": {"class"},
    "ol": {"start"},
}
ADDRESS = re.compile(r"(?i)https?://[^\s\"'<>]+|mailto:[\w.+-]+@[\w.-]+|#\S+|/catalogus/[a-z0-9/-]+/(?:#\S+)?")
ENGLISH = re.compile(r"(?i)\b(?:input|should|value|error|invalid|expected|required|field|must|found|while|unable)\b")

YAML_BITS = [
    "- ", "titel:", "titel: [", "bronnen: {", "<<: *a", "&a", "!!python/object:x", "---", "...", "? x", "a: b: c",
    "themas: *x", "kosten: []", "periode:\n  start:", "periode: {eind: x}", '"\\u202e"', "kader: [{}]", "concept: ja",
    "themas: {a: b}", "overgenomen:\n  - x\n  - jaar: y", "contact: [", "~: x", "9: 9", "titel: |\n  x\n  y",
]  # fmt: skip
MARKDOWN_BITS = [
    "## ", "# ", "\n## Aanpak\n", "[x](javascript:alert(1))", "<script>alert(1)</script>", "<b onclick=x>", "</b>",
    "![x](y)", "](", "[", "]", "(", ")", "<", ">", '"', "'", "&", ";", "&#8238;", "&lt;", "&colon;", "{static}",
    "|", "|--:|", "`", "```", "*", "_", "\n", "\n\n", "- ", "1. ", "> ", "    ", "\t", "\\", "javascript:", "data:",
    "entry:", "https://example.org", "../partners/de-brug.md", "#aanpak", "[r]: javascript:x", "[r]", "<https://example.org>",
    "<x@example.org>", ' "titel"', "href=", "style=", "\x00", "\u200b", "é", "👩", "---", "===",
]  # fmt: skip

garbage = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=":-[]{}&*!|>'\"#%@`,? \n\t~<=\\.\x00\u200b\u202e\r\x85\u2028é👩", max_size=30),
    st.lists(st.sampled_from(YAML_BITS + MARKDOWN_BITS), max_size=4).map("".join),
)
markdown = st.lists(st.one_of(st.sampled_from(MARKDOWN_BITS), st.text(max_size=6)), max_size=25).map("".join)
quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mutations(draw: st.DrawFn, original: str) -> str:
    """Draw a text with inserted, removed, swapped or overwritten lines or characters."""
    text = original
    for change in draw(st.lists(st.sampled_from(["insert", "delete", "put", "drop", "swap"]), min_size=1, max_size=4)):
        lines = text.split("\n")
        at = draw(st.integers(0, len(text)))
        line, other = draw(st.tuples(st.integers(0, len(lines) - 1), st.integers(0, len(lines) - 1)))
        if change == "insert":
            text = text[:at] + draw(garbage) + text[at:]
        elif change == "delete":
            text = text[:at] + text[at + draw(st.integers(1, 60)) :]
        elif change == "put":
            text = "\n".join([*lines[:line], draw(garbage), *lines[line + draw(st.integers(0, 1)) :]])
        elif change == "drop":
            text = "\n".join([*lines[:line], *lines[line + draw(st.integers(1, 5)) :]])
        else:
            lines[line], lines[other] = lines[other], lines[line]
            text = "\n".join(lines)
    return text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which every example rewrites its file."""
    return tmp_path_factory.mktemp("properties")


def write(folder: Path, text: str, kind: str, name: str) -> ContentFile:
    """Write a content file."""
    location = folder / name
    location.write_bytes(text.encode("utf-8", "surrogatepass"))
    return ContentFile(location, f"content/{kind}/{name}", kind, location.stem)


def assert_good_answers(text: str, diagnostics: list[Any]) -> None:
    """Check that each answer is a Dutch sentence at a place that the file has."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in diagnostics:
        assert 1 <= found.line <= len(lines), found
        assert 1 <= found.column <= len(lines[found.line - 1]) + 1, found
        assert not ENGLISH.search(re.sub(r"“[^”]*”", "", found.message)), found
        assert "De waarde past niet" not in found.message, found  # a refusal that we have no words for
        assert re.match(r"[A-ZÉ“\d]", found.message), found
        assert re.search(r"[.?]$|[Ss]chrijf[^:]*: \S.*$", found.message), found  # no stop after it
        assert len(str(found).splitlines()) == 1, found


@quick
@example(text=EVERY_FIELD.replace("    aangepast", "   aangepast"))
@given(text=mutations(EVERY_FIELD))
def test_no_change_to_a_practice_raises(folder, text):
    checked = load_entry(write(folder, text, PRACTICES, "alles.md"), KNOWN, TODAY)

    assert_good_answers(text, checked.diagnostics)
    assert checked.value is not None or checked.diagnostics


@quick
@given(fields=garbage, body=markdown, kind=st.sampled_from(list(ENTRY_KINDS)))
def test_no_file_raises(folder, fields, body, kind):
    """Nonsense is reported, since required fields are missing."""
    text = f"---\n{fields}\n---\n{body}"
    checked = load_entry(write(folder, text, kind, "alles.md"), KNOWN, TODAY)

    assert_good_answers(text, checked.diagnostics)
    assert checked.diagnostics


@quick
@given(text=mutations(VOCABULARY))
def test_no_change_to_a_vocabulary_raises(folder, text):
    checked = load_vocabulary(write(folder, text, VOCABULARIES, "doelgroepen.yaml"))

    assert_good_answers(text, checked.diagnostics)
    assert checked.is_complete or checked.diagnostics


@quick
@example(text="_::\n0")
@example(text="themas: 0 titel: -")
@given(text=st.one_of(garbage, mutations(EVERY_FIELD.split("---\n")[1])))
def test_yaml_only_gives_text_lists_and_mappings(text):
    """Up to the maximum depth, each with a place."""
    values = read_yaml(HIDDEN.sub("", text).replace("\r", "\n"))
    pending: list[tuple[tuple[str | int, ...], Any]] = [((), values.data)]
    while pending:
        path, value = pending.pop()
        assert type(value) in {str, type(None), list, dict}
        assert len(path) < MAX_DEPTH + 1
        assert not path or min(values.places.find(path)) >= 1
        if isinstance(value, dict):
            pending += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            pending += [((*path, number), inner) for number, inner in enumerate(value)]


@quick
@given(text=markdown)
def test_html_only_has_allowed_tags_attributes_and_addresses(text):
    body = read_markdown(text, PATH, 1, KNOWN).body
    site = make_site()
    for section in (body.lead, *body.sections):
        for tag, attributes in list_tags(site.join_html(section.html)):
            assert tag in ALLOWED
            assert set(attributes) <= ALLOWED[tag], (tag, attributes)
            if "href" in attributes:
                assert ADDRESS.fullmatch(attributes["href"]), attributes
