"""What stands in place of a fenced block: a map, a curve, a card or a list, made of what the pages themselves show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model
from journey_site.documents.things import Metric, Persona, Thing
from journey_site.documents.values import Text
from journey_site.embeds.asked import Asked
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.embeds.listed import ListedView, listed_view
from journey_site.site.views.embeds.stage_card import StageCardView, stage_card_view
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.lists import list_tables
from journey_site.site.views.lists.tables import Cell, Fact
from journey_site.site.views.lists.things import thing_view
from journey_site.site.views.map.choices import ChoicesView, ChoiceView
from journey_site.site.views.map.journey import JourneyView, journey_view
from journey_site.site.views.models.model import journeys_on
from journey_site.site.views.people.cards import JourneyCard, PersonaCard, journey_card, persona_card
from journey_site.site.voice import Voice

LEVELS = range(2, 7)
"""Which headings there are below a page's own."""


@dataclass(frozen=True, slots=True)
class ThingCardView:
    """A touchpoint, channel, department, piece of content, source, metric or model as a card."""

    kind: str
    kind_label: str
    icon: str
    title: Text
    link: Link
    summary: Text | None
    lead: str
    """What its page says of it, in one sentence; may be empty."""
    facts: tuple[Fact, ...]
    colour: str
    draft: bool
    retired: bool


@dataclass(frozen=True, slots=True)
class EmbedView:
    """What one block shows: ``part`` says which of the others is there."""

    part: str
    """The template under ``journey/embed/``: ``map``, ``curve``, ``persona``, ``journey``, ``stage``, ``thing`` or ``list``."""
    title: Words
    link: Link
    """The page that tells all of it."""
    level: int
    """The level of its heading, from 2 to 6, one below the heading of the page under which it stands."""
    journey: JourneyView | None = None
    eyes: tuple[ChoiceView, ...] = ()
    """With whose eyes a map is looked at."""
    seen: Mapping[str, str] = field(default_factory=dict)
    """The same for marks: what entries are marked with, and whose of them stand out."""
    persona: PersonaCard | None = None
    card: JourneyCard | None = None
    stage: StageCardView | None = None
    thing: ThingCardView | None = None
    list: ListedView | None = None


def embed_view(asked: Asked, level: int, voice: Voice) -> EmbedView | None:
    """What ``asked`` names; None where there is no such thing to see. ``level`` is that of its heading."""
    kind = asked.ref.kind
    thing = voice.atlas.find(asked.ref)
    if thing is None or (asked.of == "overdue" and not voice.upkeep):
        return None
    level = min(max(level, LEVELS[0]), LEVELS[-1])
    link = voice.link_to(kind, thing)
    if isinstance(thing, Journey) and asked.stage:
        stage = thing.stage(asked.stage)
        if stage is None:
            return None
        if asked.show == "card":
            return EmbedView("stage", stage.name, voice.stage_link(thing, stage), level, stage=stage_card_view(thing, stage, voice))
    if asked.show == "list":
        return EmbedView("list", thing.name, link, level, list=listed_view(asked, kind, thing, voice))
    if isinstance(thing, Journey):
        return _of_journey(thing, asked, link, level, voice)
    if isinstance(thing, Persona):
        return EmbedView("persona", thing.name, link, level, persona=persona_card(thing, voice))
    return EmbedView("thing", thing.name, link, level, thing=_thing_card(kind, thing, voice))


def _of_journey(journey: Journey, asked: Asked, link: Link, level: int, voice: Voice) -> EmbedView:
    if asked.show == "card":
        return EmbedView("journey", journey.name, link, level, card=journey_card(journey, voice))
    view = journey_view(journey, voice)
    part = "curve" if asked.show == "curve" and view.curve else "map"
    wanted: tuple[tuple[ChoicesView | None, str], ...] = ((view.actors, asked.actor), (view.look_departments, asked.department))
    chosen = [(choices, choice) for choices, identity in wanted if choices and (choice := _chosen(choices, identity))]
    return EmbedView(
        part,
        journey.name,
        # The map's own page is then looked at alike.
        replace(link, query="&".join(f"{choices.key}={choice.id}" for choices, choice in chosen)),
        level,
        journey=view,
        eyes=tuple(choice for _choices, choice in chosen),
        seen={choices.mark: choice.id for choices, choice in chosen},
    )


def _chosen(choices: ChoicesView, identity: str) -> ChoiceView | None:
    return next((each for each in (*choices.choices, *choices.more) if each.id == identity), None)


def _thing_card(kind: str, thing: Thing, voice: Voice) -> ThingCardView:
    label, icon, _purpose = vocabulary.KINDS[kind]
    lead, facts = "", _facts(kind, thing, voice)
    if not isinstance(thing, Model | Metric):
        view = thing_view(kind, thing, voice)
        lead, facts, icon = view.lead, view.facts, view.icon
    return ThingCardView(
        kind,
        voice._(label),
        icon,
        thing.name,
        voice.link_to(kind, thing),
        thing.summary,
        lead,
        tuple(fact for fact in facts if not _leads_nowhere(fact.cell)),
        getattr(thing, "colour", None) or "",
        thing.publish == "draft",
        thing.publish == "retired",
    )


def _facts(kind: str, thing: Thing, voice: Voice) -> tuple[Fact, ...]:
    """Of a model its stages and journeys, of a metric what the list of all says of it."""
    if isinstance(thing, Model):
        stages = Cell(labels=tuple(Labelled(stage.name) for stage in thing.stages))
        journeys = Cell(labels=tuple(Labelled(each.name, voice.link_to("journeys", each)) for each in journeys_on(voice).get(thing.id, [])))
        found = (Fact(voice._("Stages"), stages), Fact(voice._("Journeys"), journeys))
        return tuple(fact for fact in found if fact.cell.labels)
    if isinstance(thing, Metric):
        for table in list_tables(kind, voice):
            for row in table.rows:
                if row[0].anchor == thing.id:
                    return tuple(
                        Fact(column.label, cell)
                        for column, cell in zip(table.columns[1:], row[1:], strict=True)
                        if cell.metric or cell.series or cell.owner or (cell.words and not cell.badge and not cell.places)
                    )
    return ()


def _leads_nowhere(cell: Cell) -> bool:
    """Whether a fact only leads to another place on the thing's own page."""
    return bool(cell.link.anchor and not cell.link.uri)
