"""The start page: what the handbook is, who it is about, what needs care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.atlas.mood import moments, worst_moment
from journey_site.atlas.reviews import review_of
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.entries import FaceView, Labelled, Words, face_of
from journey_site.site.views.people import JourneyCard, PersonaCard, journey_card, people_of, persona_card
from journey_site.site.voice import Voice

CARDS = 24
"""Past this many personas the cards are small and grouped by segment."""
ROWS = 50
"""Past this many journeys the table ends with a link to all."""


@dataclass(frozen=True, slots=True)
class CareView:
    """Something that needs care: how much of it there is, and where to begin."""

    words: str
    link: Link
    icon: str
    where: Words
    kind: str


@dataclass(frozen=True, slots=True)
class VerdictView:
    """The worst thing now, in one sentence."""

    who: Words
    stage: Words
    link: Link
    face: FaceView
    pain: Words
    unknown: tuple[Labelled, ...]
    unknown_count: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """Personas of one segment."""

    title: Words
    cards: tuple[PersonaCard, ...]


@dataclass(frozen=True, slots=True)
class StartView:
    """Everything on the start page that is not written by hand."""

    title: Text
    summary: Text | None
    counts: str
    verdict: VerdictView | None
    groups: tuple[GroupView, ...]
    compact: bool
    journeys: tuple[JourneyCard, ...]
    more_journeys: int
    all_journeys: Link
    care: tuple[CareView, ...]
    everyone: tuple[JourneyCard, ...]


@dataclass(frozen=True, slots=True)
class PersonasView:
    """The page that lists every persona."""

    title: str
    icon: str
    purpose: str
    groups: tuple[GroupView, ...]
    compact: bool


def personas_view(voice: Voice) -> PersonasView:
    """Every persona as a card, by segment where there are many."""
    label, icon, purpose = vocabulary.KINDS["personas"]
    groups, compact = _persona_groups(voice)
    return PersonasView(voice._(label), icon, voice._(purpose), groups, compact)


def _persona_groups(voice: Voice) -> tuple[tuple[GroupView, ...], bool]:
    """The cards, and whether there are so many that they are small and grouped."""
    personas = [persona for persona in voice.atlas.personas.values() if persona.publish != "retired"]
    compact = len(personas) > CARDS
    cards = [persona_card(persona, voice, 0 if compact else 3) for persona in personas]
    return _groups(cards, voice) if compact else (GroupView("", tuple(cards)),), compact


def start_view(voice: Voice) -> StartView:
    """The start page of the atlas."""
    atlas = voice.atlas
    live = [journey for journey in atlas.journeys.values() if journey.publish != "retired"]
    groups, compact = _persona_groups(voice)
    stages = sum(len(journey.stages) for journey in live)
    return StartView(
        title=atlas.handbook.name,
        summary=atlas.handbook.summary,
        counts=_counts(sum(len(group.cards) for group in groups), len(live), stages, voice),
        verdict=_verdict(live, voice),
        groups=groups,
        compact=compact,
        journeys=tuple(journey_card(journey, voice, drawn=False) for journey in live[:ROWS]),
        more_journeys=max(0, len(live) - ROWS),
        all_journeys=Link(list_uri("journeys")),
        care=tuple(_care(live, voice)),
        everyone=tuple(journey_card(journey, voice) for journey in voice.uses.journeys_of.get("", [])[:6]),
    )


def _counts(personas: int, journeys: int, stages: int, voice: Voice) -> str:
    ngettext, number = voice.language.ngettext, voice.language.number
    parts = [
        ngettext("%(num)s persona", "%(num)s personas", personas) % {"num": number(personas)},
        ngettext("%(num)s journey", "%(num)s journeys", journeys) % {"num": number(journeys)},
        ngettext("%(num)s stage", "%(num)s stages", stages) % {"num": number(stages)},
    ]
    return voice.language.listed(parts)


def _groups(cards: list[PersonaCard], voice: Voice) -> tuple[GroupView, ...]:
    by_segment: dict[str, list[PersonaCard]] = {}
    for card in cards:
        name = voice.words(card.segment) if isinstance(card.segment, Text) else str(card.segment)
        by_segment.setdefault(name, []).append(card)
    named = sorted(by_segment.items(), key=lambda item: (not item[0], item[0].casefold()))
    return tuple(GroupView(name or voice._("Without a segment"), tuple(found)) for name, found in named)


def _verdict(journeys: list[Journey], voice: Voice) -> VerdictView | None:
    """The lowest moment of all journeys as things are, with its worst pain."""
    today = [journey for journey in journeys if journey.state not in ("future", "planned")]
    found = [(moment.value, journey, moment) for journey in today if (moment := worst_moment(journey))]
    middle = voice.atlas.handbook.scale.middle
    if not found:
        return None
    value, journey, moment = min(found, key=lambda each: each[0])
    face = face_of(value, voice)
    if value >= middle or face is None:
        return None
    people = people_of(journey, voice)
    pains = (*(moment.step.pains if moment.step else ()), *moment.stage.pains)
    pain = max(pains, key=lambda item: item.severity or 0, default=None)
    unknown = list(_unknown(today, voice))
    return VerdictView(
        people[0].name if people else voice._("Everyone"),
        moment.stage.name,
        voice.stage_link(journey, moment.stage),
        face,
        (pain.text if pain else None) or "",
        tuple(unknown[:3]),
        len(unknown),
    )


def _unknown(journeys: list[Journey], voice: Voice) -> Iterator[Labelled]:
    for journey in journeys:
        known = {moment.stage.id for actor in (None, *journey.personas) for moment in moments(journey, actor)}
        for stage in journey.stages:
            if stage.id not in known:
                yield Labelled(stage.name, voice.stage_link(journey, stage), note=voice.words(journey.name))


def _care(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    """What needs care, each kind once, only where there is something."""
    ngettext, number, atlas, uses = voice.language.ngettext, voice.language.number, voice.atlas, voice.uses
    missing = [thing for thing in atlas.content.values() if thing.status == "missing"]
    inline = [use for use in uses.inline_content if use.entry.status == "missing"]
    if missing or inline:
        count = len(missing) + len(inline)
        words = ngettext("%(num)s piece of content is missing", "%(num)s pieces of content are missing", count)
        first: Words = missing[0].name if missing else getattr(inline[0].entry, "name", "") or ""
        yield CareView(words % {"num": number(count)}, Link(list_uri("content")), "material/file-alert-outline", first, "missing")
    late = [(review_of(thing, atlas).overdue_days, thing) for _, thing in atlas.things() if thing.publish != "retired"]
    late = sorted(((days, thing) for days, thing in late if days), key=lambda each: -each[0])
    if late:
        words = ngettext("%(num)s review is overdue", "%(num)s reviews are overdue", len(late))
        kind = next(kind for kind, thing in atlas.things() if thing is late[0][1])
        yield CareView(
            words % {"num": number(len(late))}, voice.link_to(kind, late[0][1]), "material/calendar-alert", late[0][1].name, "overdue"
        )
    never = [journey for journey in journeys if journey.reviewed is None]
    if never:
        words = ngettext("%(num)s journey was never reviewed", "%(num)s journeys were never reviewed", len(never))
        yield CareView(
            words % {"num": number(len(never))}, voice.link_to("journeys", never[0]), "material/calendar-question", never[0].name, "never"
        )
    unmeasured = [each for each in atlas.touchpoints.values() if not each.metrics and uses.touchpoints.get(each.id)]
    if unmeasured:
        words = ngettext("%(num)s touchpoint is not measured", "%(num)s touchpoints are not measured", len(unmeasured))
        most = max(unmeasured, key=lambda each: len(uses.touchpoints[each.id]))
        yield CareView(
            words % {"num": number(len(unmeasured))}, Link(list_uri("touchpoints")), "material/gauge-empty", most.name, "unmeasured"
        )
    solved = {(use.place.journey.id, ref) for use in uses.opportunities for ref in getattr(use.entry, "solves", ())}
    open_pains = [use for use in uses.pains if (use.entry.severity or 0) >= 4 and (use.place.journey.id, use.entry.id) not in solved]
    if open_pains:
        words = ngettext("%(num)s severe pain has no answer", "%(num)s severe pains have no answer", len(open_pains))
        yield CareView(
            words % {"num": number(len(open_pains))}, Link(list_uri("pains")), "material/alert-circle-outline",
            getattr(open_pains[0].entry, "text", "") or "", "pains",
        )
    unowned = [use for use in uses.opportunities if use.entry.owner is None and use.entry.status not in ("done", "dropped")]
    if unowned:
        words = ngettext("%(num)s opportunity has no owner", "%(num)s opportunities have no owner", len(unowned))
        yield CareView(
            words % {"num": number(len(unowned))}, Link(list_uri("opportunities")), "material/account-question-outline",
            getattr(unowned[0].entry, "text", "") or "", "unowned",
        )

