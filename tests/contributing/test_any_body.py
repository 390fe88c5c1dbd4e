"""Whatever an issue holds: a file that says what was filled in, or a refusal in Dutch."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mvo_catalogue.contributing.contained_text import contain
from mvo_catalogue.contributing.issue_answers import clean_text
from mvo_catalogue.contributing.note import Refused
from mvo_catalogue.contributing.proposal import Proposal, build_proposal
from mvo_catalogue.domain.catalogue import Catalogue
from mvo_catalogue.domain.practice import SECTION_ORDER
from mvo_catalogue.reading.files import MAX_NAME_LENGTH
from mvo_catalogue.reading.front_matter import FrontMatter, split_front_matter
from mvo_catalogue.reading.markdown import read_markdown
from mvo_catalogue.reading.text import HIDDEN
from mvo_catalogue.schema.fields import build_schema
from mvo_catalogue.schema.issue_form import CONSENT, build_questions
from tests.contributing.conftest import BODIES, read_body
from tests.factories import TODAY

AGREED = "### Akkoord\n\n" + "\n".join(f"- [X] {sentence}" for sentence in CONSENT)
MARKUP = (
    "### Titel·### Aanpak·### Lessen·### Iets·## Aanpak·---·...·===·```·~~~~·<!--·-->·<b>·<script>·</script>·<?·<!X·\\"
    "·<![CDATA[·    a·- ·> ·1. ·| a |·|---|·[a]: <·_No response_·Wonen, Werken·De Brug·https://a.nl·|·,·- [X] ·: ·*a·`"
    "·&a·!!x·{%·nee·\"·'·#·\r\n·\n·\n\n·\t·\x00·\x1b[2J·\u202e·\u2028·\ufeff·\ud800"
)
PIECES = st.sampled_from(MARKUP.split("·"))
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join)
BODY = st.one_of(
    TEXTS,
    TEXTS.map(lambda text: f"### Titel\n\nEen titel\n\n{text}\n\n{AGREED}"),
    st.tuples(st.sampled_from(sorted(path.stem for path in BODIES.glob("*.md"))), st.integers(0, 3000), TEXTS).map(
        lambda case: read_body(case[0])[: case[1]] + case[2] + read_body(case[0])[case[1] :]
    ),
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def propose(body: str, catalogue: Catalogue) -> Proposal | str:
    """Return the proposal that an issue gives, or why it gives none."""
    try:
        return build_proposal(body, catalogue, TODAY)
    except Refused as refusal:
        return str(refusal)


def read_proposal(proposal: Proposal) -> FrontMatter:
    """Return the file of a proposal as the catalogue reads it, after judging what holds for every file."""
    assert len(proposal.slug) <= MAX_NAME_LENGTH
    assert not set(proposal.slug) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not HIDDEN.search(proposal.text)
    assert proposal.text.encode("utf-8")
    front = split_front_matter(proposal.text)
    assert front.values.problems == []
    assert front.values.data["titel"] == proposal.title
    return front


@QUICK
@given(BODY)
@example("### Titel\n\n```\n\n### Lessen\n\n<!--\n\n### Aanleiding\n\nx\n" + AGREED)
def test_any_issue_is_a_file_or_a_refusal(catalogue, body):
    """The file reads back without a problem, and has only parts that the form asks for."""
    proposal = propose(body, catalogue)
    if isinstance(proposal, str):
        assert proposal[0].isupper()
        assert len(proposal) < 500
        return
    front = read_proposal(proposal)
    text = read_markdown(front.body, "content/practices/x.md", front.body_line, ())
    headings = [section.heading for section in text.body.sections]
    assert headings == [heading for heading in SECTION_ORDER if heading in headings]
    assert text.body.lead == ""
    assert [problem for problem in text.problems if problem.rule == "raw-html"] == []


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@QUICK
@given(st.dictionaries(st.sampled_from(["Samenvatting", "Periode", "Contact"]), WORDS), WORDS)
def test_every_answer_of_one_line_comes_back(catalogue, answers, title):
    """What is typed in a field of one line stands in the file, without the characters that nobody can see."""
    schema = build_schema("practices", catalogue)
    keys = {question.label: question.field.key for question in build_questions(schema) if question.field}
    body = "\n\n".join(f"### {label}\n\n{answer}" for label, answer in {"Titel": f"Een {title}", **answers}.items())
    front = read_proposal(build_proposal(f"{body}\n\n{AGREED}", catalogue, TODAY))

    for label, answer in answers.items():
        shown = " ".join(clean_text(answer)[0].split())
        given_back = front.values.data.get(keys[label], "")
        if isinstance(given_back, dict):
            given_back = " ".join(given_back.values())
            shown = " ".join(part for part in shown.split() if part.isdecimal())
        if shown:
            assert given_back == shown


@QUICK
@given(TEXTS)
def test_a_contained_text_keeps_its_letters_and_hides_nothing(text):
    """A part that follows is still a part; every letter and digit is still there."""
    text = clean_text(text)[0]
    contained = contain(text).text
    body = f"## Voor\n\n{contained}\n\n## Na\n\nSlot"

    found = read_markdown(body, "content/practices/x.md", 1, ()).body.sections
    assert [section.heading for section in found] == ["Voor", "Na"]
    letters = [character for character in text if character.isalnum()]
    kept = [character for character in contained.replace("&lt;", "") if character.isalnum()]
    assert letters == kept or "&lt;" in text


@pytest.mark.parametrize(
    "flood", ["### Titel\n", "### x\n", "<!--", "```\n", "a,", "# a\n", "[a](", "> - ", "a\n=\n", "<a "]
)
@pytest.mark.parametrize("label", ["Titel", "Thema's", "Partners", "Bronnen", "Aanpak"])
def test_an_issue_as_long_as_it_may_be_ends(catalogue, label, flood):
    """As much as GitHub allows of whatever costs most."""
    body = f"### Titel\n\nEen titel\n\n### {label}\n\n{flood * (65_000 // len(flood))}\n\n{AGREED}"
    proposal = propose(body, catalogue)
    if isinstance(proposal, str):
        assert "te lang" in proposal or "te veel" in proposal
    else:
        read_proposal(proposal)
