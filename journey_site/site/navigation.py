"""The site's navigation: the top level, and for each page the one section it stands in.

No page carries the whole tree, so that a build of N pages costs N, and a reader sees one persona at
a time: persona › journey › stages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from journey_site.documents.journeys import Journey
from journey_site.documents.things import Thing
from journey_site.site import vocabulary
from journey_site.site.addresses import START, list_uri, stage_uri, thing_uri
from journey_site.site.views.lists.lists import listed_kinds
from journey_site.site.views.overview.assumed import has_assumed
from journey_site.site.views.overview.atlas_page import has_atlas
from journey_site.site.views.overview.content_matrix import has_content_matrix
from journey_site.site.views.overview.recent import has_recent
from journey_site.site.views.overview.review_queue import has_reviews
from journey_site.site.views.overview.translations import has_translations
from journey_site.site.voice import Voice

SHOWN = 40
"""How many neighbours a section lists; past that it shows the current one and a link to all."""
AnyThing = TypeVar("AnyThing", bound=Thing)
_FRONT = ("personas", "journeys", "departments", "touchpoints", "content", "opportunities")


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the navigation; one with children opens into them."""

    title: str
    uri: str = ""
    children: tuple[NavItem, ...] = ()


def top_level(voice: Voice) -> tuple[NavItem, ...]:
    """The entries that every page shows: the lists a newcomer looks for, the rest under "More"."""
    kinds = listed_kinds(voice)
    front = [_list_item(kind, voice) for kind in kinds if kind in _FRONT]
    more = tuple(_list_item(kind, voice) for kind in kinds if kind not in _FRONT)
    if has_recent(voice):
        more = (*more, NavItem(voice._(vocabulary.CHANGES[0]), list_uri("changes")))
    if has_translations(voice):
        more = (*more, NavItem(voice._(vocabulary.TRANSLATIONS[0]), list_uri("translations")))
    if has_assumed(voice):
        more = (NavItem(voice._(vocabulary.ASSUMED[0]), list_uri("assumed")), *more)
    if has_reviews(voice):
        more = (NavItem(voice._(vocabulary.REVIEW[0]), list_uri("review")), *more)
    if has_content_matrix(voice):
        more = (NavItem(voice._(vocabulary.CONTENT_MATRIX[0]), list_uri("content-matrix")), *more)
    if has_atlas(voice):
        more = (NavItem(voice._(vocabulary.ATLAS[0]), list_uri("atlas")), *more)
    if voice.coverage.findings:
        more = (NavItem(voice._(vocabulary.CHECKS[0]), list_uri("checks")), *more)
    items = (NavItem(voice._("Overview"), START), *front)
    return (*items, NavItem(voice._("More"), children=more)) if more else items


def _list_item(kind: str, voice: Voice) -> NavItem:
    return NavItem(voice._(vocabulary.KINDS[kind][0]), list_uri(kind))


class Sections:
    """The open section of each page, each made once."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._made: dict[str, NavItem | None] = {}

    def around(self, kind: str, thing: Thing | None) -> NavItem | None:
        """The section that holds ``thing``: its persona's for a journey; None where the top level is enough."""
        if thing is None:
            return None
        key = f"{kind}/{thing.id}"
        if key not in self._made:
            self._made[key] = self._section(kind, thing)
        return self._made[key]

    def _section(self, kind: str, thing: Thing) -> NavItem:
        voice = self._voice
        if isinstance(thing, Journey):
            first = voice.atlas.find(thing.personas[0]) if thing.personas else None
            return self._of_persona(first, thing)
        if kind == "personas":
            return self._of_persona(thing, None)
        neighbours = [each for each in voice.atlas.table(kind).values() if each.publish != "retired" or each is thing]
        items = tuple(NavItem(voice.words(each.name), thing_uri(kind, each.id)) for each in self._near(neighbours, thing))
        return replace(_list_item(kind, voice), children=items)

    def _of_persona(self, persona: Thing | None, current: Journey | None) -> NavItem:
        """A persona with all its journeys, the current one open to its stages."""
        voice = self._voice
        journeys = list(voice.uses.journeys_of.get(persona.id if persona else "", ()))
        if current is not None and current not in journeys:
            journeys.append(current)
        items = tuple(self._journey_item(each, each is current) for each in self._near(journeys, current))
        if persona is None:
            return NavItem(voice._("Everyone"), list_uri("journeys"), items)
        return NavItem(voice.words(persona.name), thing_uri("personas", persona.id), items)

    def _journey_item(self, journey: Journey, is_open: bool) -> NavItem:
        voice = self._voice
        stages = tuple(NavItem(voice.words(stage.name), stage_uri(journey.id, stage.id)) for stage in journey.stages)
        return NavItem(voice.words(journey.name), thing_uri("journeys", journey.id), stages if is_open else ())

    def _near(self, neighbours: list[AnyThing], current: AnyThing | None) -> list[AnyThing]:
        if len(neighbours) <= SHOWN:
            return neighbours
        return [current] if current is not None else neighbours[:SHOWN]
