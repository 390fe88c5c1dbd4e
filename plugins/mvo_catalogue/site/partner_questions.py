"""A first concrete question for a partner: what it did in a practice, or else something close to what it does.

The letter on the page of a partner and the plan of approach use the same questions. A piece between square brackets is
for the reader to fill in. Nothing here says anything about an organisation; it asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mvo_catalogue.domain.partner import Partner
from mvo_catalogue.domain.practice import Practice
from mvo_catalogue.domain.values import Offer
from mvo_catalogue.site.partner_requests import ABOUT, GENERAL, RULES, RULES_FOR_ALL, Request
from mvo_catalogue.site.partner_roles import Role, find_role
from mvo_catalogue.site.subjects import subject_of, telling_signs

Question = Request

PRACTICES = 6
"""How many practices in which a partner took part are worth a question of their own."""

_BY_OFFER = {
    Offer.JOBS: Question(
        "Werkplekken",
        "Hebt u plek voor [hoeveel bewoners] die werk of werkervaring zoeken? Het gaat om [welk werk],"
        " [hoeveel dagdelen] per week, [hoe lang].",
    ),
    Offer.HOURS: Question(
        "Uren van medewerkers",
        "Kunnen [hoeveel medewerkers] van u op [dag en tijd] meedoen aan [welke activiteit] op [welke plek]?",
    ),
    Offer.MONEY: Question(
        "Geld",
        "Wilt u [welk bedrag] bijdragen aan [welke activiteit]? Daarmee betalen wij [wat u ervan betaalt].",
    ),
    Offer.KNOWLEDGE: Question(
        "Kennis",
        "Kan iemand van u ons in [hoeveel gesprekken] helpen met [welke vraag]? Het eerste gesprek kan op [datum].",
    ),
    Offer.MATERIAL: Question(
        "Materiaal",
        "Kunt u ons helpen aan [welk materiaal en hoeveel]? Wij halen het op en gebruiken het voor [welk doel].",
    ),
    Offer.NETWORK: Question(
        "Netwerk",
        "Kunt u ons in contact brengen met [hoeveel organisaties] die willen meedoen aan [welke activiteit]?",
    ),
}

_ASKED_ALREADY = {
    Role.FUND: Offer.MONEY,
    Role.SUBSIDISER: Offer.MONEY,
    Role.SUPERMARKET: Offer.JOBS,
    Role.EMPLOYER: Offer.JOBS,
    Role.NETWORK: Offer.NETWORK,
}
"""Offers for which the requests of a role ask in better words."""


def partner_questions(partner: Partner, practices: Sequence[Practice] = ()) -> tuple[Question, ...]:
    """Return what one can ask a partner, at least one question and each once.

    First come questions that belong to what it did in ``practices``, then what fits its daily work, then its offers.
    """
    found: dict[str, Question] = {}
    for question in _questions(partner, practices):
        found.setdefault(question.label, question)
    return tuple(found.values())


def _questions(partner: Partner, practices: Sequence[Practice]) -> Iterator[Question]:
    role = find_role(partner)
    for practice in practices[:PRACTICES]:
        yield _about_practice(role, practice)
    yield GENERAL[role]
    yield from (_BY_OFFER[offer] for offer in partner.offers if offer != _ASKED_ALREADY.get(role))


def _about_practice(role: Role, practice: Practice) -> Question:
    """Return the question of the first instrument, or else theme, that has one for this role."""
    subject = subject_of(practice)
    request = _ruled(role, practice)
    if request is None or ("{subject}" in request.text and not subject):
        request = ABOUT[role] if subject and role in ABOUT else GENERAL[role]
    return request._replace(
        label=request.label.replace("{subject}", subject), text=request.text.replace("{subject}", subject)
    )


def _ruled(role: Role, practice: Practice) -> Request | None:
    known = {*practice.instruments, *practice.topics, *practice.target_groups}
    for sign in telling_signs(practice):
        for rule in (*RULES_FOR_ALL, *RULES.get(role, ())):
            if sign in rule.signs and (not rule.also or rule.also & known):
                return rule.request
    return None
