"""What a practice is about in a few words that fit after "over", so that a question need not leave it open."""

from __future__ import annotations

from mvo_catalogue.domain.practice import Practice

_BY_INSTRUMENT = {
    "social-return": "social return",
    "pso": "de Prestatieladder Socialer Ondernemen",
    "inkoopvoorwaarden": "sociale of groene voorwaarden bij inkoop",
    "gedragscode": "een gedragscode",
    "leerlingbouwplaats": "een leerlingbouwplaats",
    "stage": "stages",
    "werkervaringsplaats": "werkervaring voor bewoners",
    "mentor": "mentoren of buddy’s",
    "budgetcoaching": "hulp bij geldzaken",
    "energiecoach": "hulp bij energie besparen",
    "energiemeter": "inzicht in energiegebruik",
    "woonlastengarantie": "een garantie op de woonlasten",
    "woningtoewijzing": "gerichte woningtoewijzing",
    "gemengd-wonen": "gemengd wonen",
    "housing-first": "Housing First",
    "skaeve-huse": "Skaeve huse",
    "zelfbeheer": "zelfbeheer door bewoners",
    "zelfwerkzaamheid": "zelf klussen door huurders",
    "tegenprestatie": "wonen in ruil voor hulp in de buurt",
    "bewonersbedrijf": "een bewonersbedrijf",
    "ontmoetingsplek": "een ontmoetingsplek",
    "buurtbemiddeling": "buurtbemiddeling",
    "beursvloer": "een beursvloer",
    "huismeester": "een huismeester",
    "veilig-wonen": "veilig wonen",
    "circulair-slopen": "hergebruik van bouwmateriaal",
    "circulaire-materialen": "circulair bouwen",
    "materialenpaspoort": "hergebruik van bouwmateriaal",
    "co2-voetafdruk": "de CO2-uitstoot van onze organisatie",
    "duurzaam-vervoer": "duurzaam vervoer",
}
"""Instruments that say what it is about; a covenant or a subsidy does not."""

_BY_GROUP_AND_TOPIC = {
    ("laaggeletterden", "leren"): "hulp bij lezen en schrijven",
    ("mensen-met-dementie", "gezondheid"): "wonen met dementie",
    ("mensen-die-eenzaam-zijn", "gezondheid"): "eenzaamheid in de buurt",
    ("ouderen", "gezondheid"): "contact met oudere bewoners",
}

_BY_TOPIC = {
    "arbeidsparticipatie": "werk voor bewoners die moeilijk aan een baan komen",
    "circulariteit": "hergebruik van materiaal",
    "duurzame-inkoop": "inkoop die goed is voor mens en milieu",
    "energie-en-klimaat": "energie besparen",
    "financiele-zelfredzaamheid": "hulp bij geldzorgen",
    "gezondheid": "gezondheid in de buurt",
    "integreren": "een goede start voor nieuwkomers",
    "leefbaarheid": "leefbaarheid in de buurt",
    "leren": "leren in de wijk en op het werk",
    "opgroeien": "kinderen en jongeren in de wijk",
    "participatie": "inspraak van bewoners",
    "personeel-en-organisatie": "een sociale en duurzame organisatie",
    "schoon-heel-veilig": "een schone en nette buurt",
    "veiligheid": "veilig wonen",
    "werken": "werk en leerplekken voor bewoners",
    "wonen": "passend wonen",
}


_WORK_TOPICS = frozenset({"werken", "leren", "arbeidsparticipatie", "duurzame-inkoop", "integreren"})
_WORK_INSTRUMENTS = frozenset({"social-return", "leerlingbouwplaats", "stage", "werkervaringsplaats"})


def telling_signs(practice: Practice) -> tuple[str, ...]:
    """Return the instruments and themes of a practice, those that tell most of what was done first.

    Instruments come before themes, save that work is a side matter where the first theme is about something else.
    """
    is_about_work = bool(_WORK_TOPICS.intersection(practice.topics[:1]))
    side = [instrument for instrument in practice.instruments if instrument in _WORK_INSTRUMENTS and not is_about_work]
    main = [instrument for instrument in practice.instruments if instrument not in side]
    return (*main, *practice.topics, *side)


def subject_of(practice: Practice) -> str:
    """Return what a practice is about, or ``""`` when none of its themes and instruments is known here."""
    for sign in telling_signs(practice):
        if sign in _BY_INSTRUMENT:
            return _BY_INSTRUMENT[sign]
        for (group, topic), words in _BY_GROUP_AND_TOPIC.items():
            if topic == sign and group in practice.target_groups:
                return words
        if sign in _BY_TOPIC:
            return _BY_TOPIC[sign]
    return ""
