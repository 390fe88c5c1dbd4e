"""Similar practices: the weight of each shared fact, and the thresholds."""

import pytest

from mvo_catalogue.site.related import SimilarPractices
from tests.factories import make_catalogue, make_partner, make_practice, make_topic


def entry(slug, *features, **values):
    """Return a practice with these features: topics (``t…``), partners (``p…``), and words of any other form."""
    topics = [feature for feature in features if feature.startswith("t")]
    partners = [feature for feature in features if feature.startswith("p")]
    words = [feature for feature in features if feature[0] not in "tp"]
    known = {"themas": topics or [f"t-{slug}"], "corporaties": [f"c-{slug}"], "partners": partners}
    return make_practice(slug, zoekwoorden=words, **known | values)


def found(*practices, slug="a", without=()):
    """Return (slug, reason) of similar practices, best first."""
    topics = {topic for practice in practices for topic in practice.topics}
    actors = {actor for practice in practices for actor in practice.actors}
    catalogue = make_catalogue(practices, map(make_partner, actors), map(make_topic, topics))
    return [
        (other.slug, reason) for reason, other in SimilarPractices(catalogue).find(catalogue.practices[slug], without)
    ]


def _feature(kind, letter, number):
    return letter * 5 + "xyzv"[number] if kind == "word" else f"{kind[0]}{letter}{number}"


def order(*others):
    """Return the order of practices that each share features of these kinds with one practice, and with no other."""
    named = [
        [_feature(kind, letter, number) for number, kind in enumerate(kinds)]
        for letter, kinds in zip("kmn", others, strict=False)
    ]
    first = entry("a", *(feature for features in named for feature in features))
    strangers = [entry(f"vreemd{number}", f"t-{number}") for number in range(4)]
    rest = [entry(slug, *features) for slug, features in zip("bcd", named, strict=False)]
    return "".join(slug for slug, _ in found(first, *rest, *strangers))


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (["topic"], ["partner"]),
        (["partner"], ["topic", "word"]),
        (["topic", "word"], ["topic", "topic"]),
        (["partner", "word"], ["topic", "word", "word"]),
        (["topic", "topic", "word", "word"], ["topic", "topic", "partner"]),
    ],
)
def test_a_partner_weighs_more_than_a_topic_and_a_topic_more_than_a_word(less, more):
    """1.5, 1.25 and 1; the squares are added."""
    assert order(less, more) == "cb"
    assert order(more, less) == "bc"


def showing(count, total):
    """Return how many of so many practices have a word, and whether it is a reason for two of them."""
    shown = [entry(slug, "tk", titel="Samen moestuinieren") for slug in ["a", *map(str, range(count - 1))]]
    keyword = entry("z", "moestuinieren", "t-z")
    others = [entry(f"vreemd{number}", f"t-{number}") for number in range(total - count - 1)]
    reasons = dict(found(*shown, keyword, *others))
    return any("moestuinieren" in reason for reason in reasons.values())


@pytest.mark.parametrize(
    ("count", "total", "is_named"),
    [(3, 16, True), (4, 16, False), (4, 31, False), (4, 32, True), (5, 40, True), (6, 40, False)],
)
def test_a_word_counts_if_few_practices_have_it(count, total, is_named):
    """At most one in eight practices, or three."""
    assert showing(count, total) is is_named


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        ("huurschuld", "huurschulden", True),
        ("huurschuld", "huurschade", False),
        ("abcdefghij", "abcdefghkl", True),
        ("abcdefgij", "abcdefgkl", False),
        ("vijfx", "vijfx", True),
        ("vier", "vier", False),
    ],
)
def test_words_with_the_same_first_eight_letters_are_equal(one, other, is_shared):
    """A word has at least five letters."""
    first, alike, plain = entry("a", one, "tk"), entry("z", other, "tk"), entry("b", "tk")
    assert [slug for slug, _ in found(first, plain, alike, entry("c"))] == (["z", "b"] if is_shared else ["b", "z"])


@pytest.mark.parametrize(("sharers", "count"), [(60, 2), (61, 0)])
def test_what_more_than_sixty_practices_share_is_ignored(sharers, count):
    """Of sixty the first two fill up the list."""
    assert len(found(*(entry(f"{number:02}", "tk") for number in range(sharers)), slug="00")) == count


@pytest.mark.parametrize(("others", "first"), [(23, "z"), (24, "00")])
def test_only_24_candidates_are_compared(others, first):
    """One with little else can win if it is among them."""
    extra = ["kastanje", "populier", "lindeboom", "esdoorn", "wilgentak"]
    crowd = [entry(f"{number:02}", "pk", "berkje", *extra) for number in range(others)]
    far = [entry(f"ver{number}", *extra) for number in range(9)]
    assert found(entry("a", "pk", "berkje"), entry("z", "pk"), *crowd, *far)[0][0] == first


@pytest.mark.parametrize(("words", "is_found"), [(12, True), (13, False)])
def test_only_the_twelve_rarest_words_give_candidates(words, is_found):
    """Equally rare words in alphabetical order."""
    rare = [f"{letter}boomtak" for letter in "abcdefghijklm"[:words]]
    many = [entry(f"veel{number:02}", "tk") for number in range(62)]
    others = [entry(f"z{number:02}", "tk", word) for number, word in enumerate(rare)]
    first = entry("a", "tk", *rare[:12], titel=" ".join(["Praktijk", *rare[12:]]))
    shown = found(first, *others, *many, without={other.slug for other in others[:-1]})
    assert [slug for slug, _ in shown] == ([others[-1].slug] if is_found else [])


def words(letter, count):
    """Return so many unique words."""
    return [f"{letter}{chr(97 + number) * 4}" for number in range(count)]


@pytest.mark.parametrize(("count", "is_found"), [(14, True), (15, False)])
def test_sharing_less_than_a_tenth_is_not_similar(count, is_found):
    summary = "Dit is wat er is en wat er nog niet is, en zo."

    def weak(slug, topic, found):
        return entry(slug, topic, *found[:10], titel=" ".join(["Kort of", *found[10:]]), samenvatting=summary)

    mine, theirs = words("q", count), words("v", count)
    others = [weak(f"ver-{word}", f"t-{word}", [word]) for word in (*mine, *theirs)]
    assert [slug for slug, _ in found(weak("a", "tk", mine), weak("b", "tk", theirs), *others)] == ["b"] * is_found


def test_a_reason_names_two_topics_and_two_partners():
    """Sharing more does not give a longer list."""
    shared = ("tk", "tl", "tm", "pk", "pl", "pm")
    (_, reason), *_ = found(entry("a", *shared), entry("b", *shared), entry("c"), entry("d"))
    assert reason == "Ook over tk en over tl, ook met Pk en Pl"


@pytest.mark.parametrize(("topics", "count"), [(["tk"], 2), (["tk", "tl"], 3)])
def test_two_shared_topics_are_a_stronger_reason_than_one(topics, count):
    """With one topic in common only two practices are shown."""
    practices = [entry(slug, *topics) for slug in "abcd"]
    assert len(found(*practices, *(entry(f"vreemd{number}", f"t-{number}") for number in range(9)))) == count
