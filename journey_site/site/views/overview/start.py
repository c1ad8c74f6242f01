"""The start page: what the handbook is, who it is about, what needs care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journey_site.atlas.mood import Moment, moments, worst_moment
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Persona
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import HANDBOOK_JSON, Link, list_uri
from journey_site.site.views.entries import FaceView, Labelled, Words, face_of
from journey_site.site.views.lists.journey_rows import journey_columns, journey_row
from journey_site.site.views.lists.lists import list_files
from journey_site.site.views.lists.silent_columns import without_silent
from journey_site.site.views.lists.tables import Table
from journey_site.site.views.overview.care import CareView, care_views
from journey_site.site.views.overview.heat import HeatView, heat_view
from journey_site.site.views.people.cards import JourneyCard, PersonaCard, journey_card, persona_card
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.voice import Voice

CARDS = 24
"""Past this many personas the cards are small and grouped by segment."""
COLUMNS = 4
SHOWN = 4
"""How many journeys a card shows."""
DRAWN = 100
"""Past this many the small cards go without a line, so that the page stays light."""
ROWS = 40
"""Past this many journeys the table ends with a link to all."""
LOWEST = 5
"""How many of the lowest moments are shown."""
EVERYONE = 6


@dataclass(frozen=True, slots=True)
class LowView:
    """A low moment of a journey: where, whose, how it feels, and what hurts most there."""

    who: Words
    stage: Words
    link: Link
    journey: Words
    face: FaceView
    pain: Words
    """The most severe pain there; empty when none is stated."""


@dataclass(frozen=True, slots=True)
class VerdictView:
    """The worst thing now, and what nobody knows, in a sentence each."""

    worst: LowView | None
    unknown: tuple[Labelled, ...]
    """The first stages of which nobody knows how they feel, with their journey in ``note``."""
    more_unknown: int
    """How many others there are."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Personas of one segment; the title is empty when they are not grouped."""

    title: str
    cards: tuple[PersonaCard, ...]


@dataclass(frozen=True, slots=True)
class StartView:
    """Everything on the start page that is not written by hand."""

    title: Text
    summary: Text | None
    counts: str
    """How many personas, journeys and stages there are, in words."""
    verdict: VerdictView | None
    groups: tuple[GroupView, ...]
    compact: bool
    """Whether there are so many personas that their cards are small."""
    journeys: Table
    more_journeys: int
    all_journeys: Link
    care: tuple[CareView, ...]
    lowest: tuple[LowView, ...]
    """The lowest moments, the worst first; the first is the verdict's."""
    heat: HeatView | None
    everyone: tuple[JourneyCard, ...]
    """Journeys of nobody in particular."""
    more_everyone: int
    data: tuple[Labelled, ...] = ()
    """The whole handbook as a file for programs."""


@dataclass(frozen=True, slots=True)
class PersonasView:
    """The page that lists every persona."""

    title: str
    icon: str
    purpose: str
    count: str
    groups: tuple[GroupView, ...]
    compact: bool
    data: tuple[Labelled, ...] = ()
    """The same list as files for spreadsheets."""


def personas_view(voice: Voice) -> PersonasView:
    """Every persona as a card, by segment where there are many."""
    label, icon, purpose = vocabulary.KINDS["personas"]
    personas = _personas(voice)
    groups, compact = _groups(personas, voice)
    count = voice._("%(num)s in all") % {"num": voice.language.number(len(personas))}
    return PersonasView(voice._(label), icon, voice._(purpose), count, groups, compact, list_files("personas"))


def start_view(voice: Voice) -> StartView:
    """The start page of the atlas."""
    atlas = voice.atlas
    live = [journey for journey in atlas.journeys.values() if journey.publish != "retired"]
    today = [journey for journey in live if not journey.is_plan]
    personas = _personas(voice)
    groups, compact = _groups(personas, voice)
    lowest = _lowest(today, voice)
    everyone = voice.uses.journeys_of.get("", [])
    rows = tuple(journey_row(journey, voice) for journey in live[:ROWS])
    return StartView(
        title=atlas.handbook.name,
        summary=atlas.handbook.summary,
        counts=_counts(len(personas), len(live), sum(len(journey.stages) for journey in live), voice),
        verdict=_verdict(lowest, today, voice),
        groups=groups,
        compact=compact,
        journeys=without_silent([Table("journeys", voice._("All journeys"), "material/map-outline", journey_columns(voice), rows)], voice)[0],
        more_journeys=max(0, len(live) - ROWS),
        all_journeys=Link(list_uri("journeys")),
        care=care_views(live, voice),
        lowest=lowest,
        heat=heat_view(personas, voice),
        everyone=tuple(journey_card(journey, voice) for journey in everyone[:EVERYONE]),
        more_everyone=max(0, len(everyone) - EVERYONE),
        data=(Labelled("JSON", Link(HANDBOOK_JSON)),),
    )


def _personas(voice: Voice) -> list[Persona]:
    return voice.in_order(persona for persona in voice.atlas.personas.values() if persona.publish != "retired")


def _counts(personas: int, journeys: int, stages: int, voice: Voice) -> str:
    ngettext, number = voice.language.ngettext, voice.language.number
    counted = (
        (personas, "%(num)s persona", "%(num)s personas"),
        (journeys, "%(num)s journey", "%(num)s journeys"),
        (stages, "%(num)s stage", "%(num)s stages"),
    )
    return voice.language.listed([ngettext(one, many, count) % {"num": number(count)} for count, one, many in counted if count])


def _groups(personas: list[Persona], voice: Voice) -> tuple[tuple[GroupView, ...], bool]:
    """The cards, and whether there are so many that they are small and grouped."""
    if len(personas) <= CARDS:
        cards = filled([persona_card(each, voice, SHOWN) for each in personas])
        return ((GroupView("", cards),) if cards else ()), False
    drawn = len(personas) <= DRAWN
    by_segment: dict[str, list[PersonaCard]] = {}
    for persona in personas:
        by_segment.setdefault(voice.words(persona.segment), []).append(persona_card(persona, voice, 0, drawn=drawn))
    named = sorted(by_segment.items(), key=lambda item: (not item[0], voice.by_name(item[0])))
    if len(named) == 1:
        return (GroupView("", tuple(named[0][1])),), True
    return tuple(GroupView(name or voice._("Without a segment"), tuple(cards)) for name, cards in named), True


def filled(cards: list[PersonaCard]) -> tuple[PersonaCard, ...]:
    """Cards with many journeys broad, and as many of the last ones as it takes to fill rows of four columns."""
    broad = [len(card.journeys) > 2 for card in cards]
    lacking = -(len(cards) + sum(broad)) % COLUMNS
    narrow = [at for at, is_broad in enumerate(broad) if not is_broad]
    if len(cards) > COLUMNS - 1 and lacking <= len(narrow):
        for at in narrow[len(narrow) - lacking :]:
            broad[at] = True
    return tuple(replace(card, broad=is_broad) for card, is_broad in zip(cards, broad, strict=True))


def _lowest(journeys: list[Journey], voice: Voice) -> tuple[LowView, ...]:
    """The lowest moment of each journey below neutral, the worst first."""
    middle = voice.atlas.handbook.scale.middle
    found = [(moment.value, at, moment) for at, journey in enumerate(journeys) if (moment := worst_moment(journey))]
    found = sorted((each for each in found if each[0] < middle), key=lambda each: each[:2])
    views = (_low(journeys[at], moment, voice) for _value, at, moment in found[:LOWEST])
    return tuple(view for view in views if view)


def _low(journey: Journey, moment: Moment, voice: Voice) -> LowView | None:
    face = face_of(moment.value, voice)
    if face is None:
        return None
    people = people_of(journey, voice)
    pains = (*(moment.step.pains if moment.step else ()), *moment.stage.pains)
    pain = max(pains, key=lambda item: item.severity or 0, default=None)
    link = voice.stage_link(journey, moment.stage)
    return LowView(_who(people, voice), moment.stage.name, link, journey.name, face, (pain.text if pain else None) or "")


def _who(people: tuple[PersonView, ...], voice: Voice) -> Words:
    return voice.language.listed([person.short for person in people[:2]]) if people else voice._("Everyone")


def _verdict(lowest: tuple[LowView, ...], journeys: list[Journey], voice: Voice) -> VerdictView | None:
    unknown = list(_unknown(journeys, voice))
    if not lowest and not unknown:
        return None
    return VerdictView(lowest[0] if lowest else None, tuple(unknown[:2]), max(0, len(unknown) - 2))


def _unknown(journeys: list[Journey], voice: Voice) -> Iterator[Labelled]:
    """Stages of which nobody knows how they feel."""
    for journey in journeys:
        known = {moment.stage.id for actor in (None, *journey.personas) for moment in moments(journey, actor)}
        for stage in journey.stages:
            if stage.id not in known:
                yield Labelled(stage.name, voice.stage_link(journey, stage), note=voice.words(journey.name))
