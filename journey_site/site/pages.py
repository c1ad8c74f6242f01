"""Which pages a handbook has: a readable list, each with what its template will be given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.order import in_order_of
from journey_site.atlas.states import state_pairs
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import Model
from journey_site.documents.things import Thing
from journey_site.documents.values import Image
from journey_site.documents.walk import leaves
from journey_site.editions import without_rhythm
from journey_site.problems import Span
from journey_site.rules.coverage import Coverage
from journey_site.site import vocabulary
from journey_site.site.addresses import (
    START,
    UPKEEP,
    booklet_uri,
    compare_stage_uri,
    compare_state_uri,
    embed_uri,
    list_uri,
    stage_uri,
    thing_uri,
)
from journey_site.site.language import Language
from journey_site.site.navigation import NavItem, Sections, top_level
from journey_site.site.recent_months import NOTHING_RECENT, Recent
from journey_site.site.redirects import Redirect, redirects_of
from journey_site.site.views.compare.compare_stages import compare_stage_view, compared_stages, stage_name
from journey_site.site.views.compare.compare_states import compare_states_view, state_names
from journey_site.site.views.entries import Labelled
from journey_site.site.views.lists.lists import list_view, listed_kinds
from journey_site.site.views.lists.things import thing_view
from journey_site.site.views.map.journey import journey_view
from journey_site.site.views.models.model import model_view
from journey_site.site.views.models.model_list import model_list_view
from journey_site.site.views.overview.assumed import assumed_view, has_assumed
from journey_site.site.views.overview.atlas_page import atlas_view, has_atlas
from journey_site.site.views.overview.checks import checks_view
from journey_site.site.views.overview.content_matrix import content_matrix_view, has_content_matrix
from journey_site.site.views.overview.followed import feeds_of
from journey_site.site.views.overview.recent import has_recent, recent_view
from journey_site.site.views.overview.review_queue import has_reviews, review_queue_view
from journey_site.site.views.overview.start import personas_view, start_view
from journey_site.site.views.overview.translations import has_translations, translations_view
from journey_site.site.views.people.booklet import booklet_view
from journey_site.site.views.people.person import people_of
from journey_site.site.views.people.persona import persona_view
from journey_site.site.views.stage.stage import stage_view
from journey_site.site.voice import Voice
from journey_site.translations.completeness import Outdated

THING_PAGES = ("touchpoints", "channels", "departments", "content", "evidence")


@dataclass(frozen=True)
class SitePage:
    """One page: its address, its template under ``journey/body/``, and how to make its view model."""

    uri: str
    template: str
    title: str
    view: Callable[[], Any] = field(repr=False)
    description: str = ""
    origin: Span | None = None
    """The place in the YAML that "Edit this page" opens."""
    kind: str = ""
    thing: Thing | None = field(default=None, repr=False)
    wide: bool = False
    """Takes the whole width, without side columns."""
    searched: bool = True
    image: str = ""
    part_of: str = ""
    """The page of which it shows a part, alone in a frame elsewhere; empty: it is a page as others are."""
    feeds: tuple[Labelled, ...] = ()
    """Where what changes here can be followed, each with its title."""


@dataclass(frozen=True)
class Site:
    """A planned site: its pages, its navigation, the addresses that moved."""

    voice: Voice
    pages: dict[str, SitePage]
    redirects: tuple[Redirect, ...]

    @property
    def atlas(self) -> Atlas:
        """What the site tells of."""
        return self.voice.atlas

    @cached_property
    def navigation(self) -> tuple[NavItem, ...]:
        """The top level."""
        return top_level(self.voice)

    @property
    def spared(self) -> frozenset[str]:
        """The addresses of pages that readers of this edition are spared, since they are about the work on the map."""
        return frozenset(map(list_uri, () if self.voice.upkeep else UPKEEP))

    @cached_property
    def _sections(self) -> Sections:
        return Sections(self.voice)

    def pictures(self) -> dict[str, str]:
        """Every picture and font that pages need, by its address in the site: where it lies, as seen from the handbook's folder."""
        found = {
            self.atlas.picture_address(leaf): self.atlas.picture_path(leaf)
            for _, thing in self.atlas.things()
            for _, _, leaf in leaves(thing)
            if isinstance(leaf, Image) and leaf.origin.file
        }
        brand = self.atlas.handbook.brand
        return dict(sorted((found | {path: path for path in (brand.files() if brand else ())}).items()))

    def section_of(self, page: SitePage) -> NavItem | None:
        """The section that is open beside ``page``."""
        return self._sections.around(page.kind, page.thing)


def plan(
    atlas: Atlas,
    coverage: Coverage | None = None,
    recent: Recent = NOTHING_RECENT,
    *,
    upkeep: bool = True,
    language: Language | None = None,
    outdated: Outdated | None = None,
) -> Site:
    """The site of ``atlas`` in one ``language``, else in the first of its own. Nothing is rendered yet.

    ``coverage`` is what the rules found in that same atlas; left out, they are asked when a page needs it.
    ``recent`` is what changed lately; without it there is no page of changes.
    ``upkeep`` says whether the work on the map goes along: the pages of ``UPKEEP``, and all that asks an editor for more.
    ``outdated`` are the translations that the page about them tells to be out of date.
    """
    spoken = language or Language(atlas.language)
    atlas = in_order_of(atlas, spoken.written)
    shown = atlas if upkeep else without_rhythm(atlas)
    examined = coverage.in_order_of(atlas) if coverage else None
    voice = Voice(shown, spoken, examined, recent, upkeep, outdated or Outdated())
    pages = {page.uri: replace(page, feeds=feeds_of(page.template, page.kind, page.thing, voice)) for page in _pages(voice)}
    redirects = [redirect for redirect in redirects_of(atlas) if redirect.uri not in pages and redirect.to in pages]
    return Site(voice, pages, tuple({redirect.uri: redirect for redirect in redirects}.values()))


def _pages(voice: Voice) -> Iterator[SitePage]:
    atlas = voice.atlas
    yield SitePage(
        START,
        "start",
        voice.words(atlas.handbook.name),
        partial(start_view, voice),
        _short(voice.words(atlas.handbook.summary)),
        atlas.handbook.origin,
        wide=True,
    )
    special: dict[str, Callable[[], Any]] = {
        "personas": partial(personas_view, voice),
        "models": partial(model_list_view, voice),
    }
    for kind in listed_kinds(voice):
        label, _icon, purpose = vocabulary.KINDS[kind]
        view = special.get(kind) or partial(list_view, kind, voice)
        template = kind if kind in special else "list"
        yield SitePage(list_uri(kind), template, voice._(label), view, voice._(purpose), None, kind, wide=True)
    yield from _overview(voice)
    for persona in atlas.personas.values():
        said = voice.words(persona.quote) or voice.words(persona.summary)
        yield SitePage(
            thing_uri("personas", persona.id), "persona", voice.words(persona.name), partial(persona_view, persona, voice),
            _short(said), persona.origin, "personas", persona,
        )  # fmt: skip
        if voice.uses.journeys_of.get(persona.id):
            yield SitePage(
                booklet_uri(persona.id), "booklet", voice.words(persona.name), partial(booklet_view, persona, voice),
                voice._("Everything about %(name)s on paper.") % {"name": voice.words(persona.name)},
                persona.origin, "personas", persona, wide=True, searched=False,
            )  # fmt: skip
    for journey in atlas.journeys.values():
        yield from _journey_pages(journey, voice)
    yield from _compare_pages(voice)
    for kind in THING_PAGES:
        for thing in atlas.table(kind).values():
            said = voice.words(thing.summary) or voice._(vocabulary.KINDS[kind][2])
            yield SitePage(
                thing_uri(kind, thing.id), "thing", voice.words(thing.name), partial(thing_view, kind, thing, voice),
                _short(said), thing.origin if thing.file else None, kind, thing,
            )  # fmt: skip
    for model in atlas.models.values():
        yield _model_page(model, voice)
    for model in atlas.other_models.values():
        # One that no journey is on is there to be chosen: it stands in the list, and in no section or search.
        yield replace(_model_page(model, voice), thing=None, searched=False)


def _overview(voice: Voice) -> Iterator[SitePage]:
    """The pages that look at everything at once, each where there is something to see on it."""
    found: tuple[tuple[str, bool, tuple[str, str, str], Callable[[Voice], Any]], ...] = (
        ("checks", bool(voice.coverage.findings), vocabulary.CHECKS, checks_view),
        ("atlas", has_atlas(voice), vocabulary.ATLAS, atlas_view),
        ("content-matrix", has_content_matrix(voice), vocabulary.CONTENT_MATRIX, content_matrix_view),
        ("assumed", has_assumed(voice), vocabulary.ASSUMED, assumed_view),
        ("review", has_reviews(voice), vocabulary.REVIEW, review_queue_view),
        ("translations", has_translations(voice), vocabulary.TRANSLATIONS, translations_view),
        ("changes", has_recent(voice), vocabulary.CHANGES, recent_view),
    )
    for name, there, (label, _icon, purpose), view in found:
        if there:
            yield SitePage(
                list_uri(name), name, voice._(label), partial(view, voice), voice._(purpose), None, name,
                wide=name != "changes", searched=name != "translations",
            )  # fmt: skip


def _model_page(model: Model, voice: Voice) -> SitePage:
    _label, _icon, purpose = vocabulary.KINDS["models"]
    said = voice.words(model.summary) or voice._(purpose)
    return SitePage(
        thing_uri("models", model.id), "model", voice.words(model.name), partial(model_view, model, voice),
        _short(said), model.origin if model.file else None, "models", model,
    )  # fmt: skip


def _compare_pages(voice: Voice) -> Iterator[SitePage]:
    """One stage in all journeys on its model, and two states of one journey."""
    for model, stages in compared_stages(voice).items():
        pattern = voice.atlas.models[model]
        for stage in stages:
            name = stage_name(pattern, stage, voice)
            told = {"stage": name if isinstance(name, str) else voice.words(name), "model": voice.words(pattern.name)}
            yield SitePage(
                compare_stage_uri(model, stage), "compare-stage", voice._("%(stage)s, side by side · %(model)s") % told,
                partial(compare_stage_view, pattern, stage, voice),
                voice._("%(stage)s in every journey on %(model)s: who feels worst, and what is the same for all.") % told,
                None, "models", pattern, wide=True, searched=False,
            )  # fmt: skip
    for pair in state_pairs(voice.atlas):
        before, after = state_names(pair, voice)
        yield SitePage(
            compare_state_uri(pair.at), "compare-state",
            voice._("Both states · %(journey)s") % {"journey": voice.words(pair.before.name)},
            partial(compare_states_view, pair, voice),
            voice._("Two states of one journey: %(before)s, and %(after)s.") % {"before": before, "after": after},
            pair.after.origin, "journeys", pair.before, wide=True, searched=False,
        )  # fmt: skip


def _journey_pages(journey: Journey, voice: Voice) -> Iterator[SitePage]:
    title = voice.words(journey.name)
    said = voice.words(journey.summary) or voice.words(journey.scenario)
    yield SitePage(
        thing_uri("journeys", journey.id), "journey", title, partial(journey_view, journey, voice),
        _short(said), journey.origin, "journeys", journey, wide=True,
    )  # fmt: skip
    yield SitePage(
        embed_uri(journey.id), "embed-map", title, partial(journey_view, journey, voice),
        _short(said), None, "journeys", journey, wide=True, searched=False, part_of=thing_uri("journeys", journey.id),
    )  # fmt: skip
    who = voice.language.listed([person.short for person in people_of(journey, voice)[:3]]) or voice._("Everyone")
    for stage in journey.stages:
        yield SitePage(
            stage_uri(journey.id, stage.id), "stage", f"{voice.words(stage.name)} · {title}",
            partial(stage_view, journey, stage, voice), _stage_description(stage, who, voice),
            _edited(journey, stage, voice), "journeys", journey,
        )  # fmt: skip


def _edited(journey: Journey, stage: Stage, voice: Voice) -> Span:
    """Where a stage is edited: in the file in which its text stands, be it the base's.

    A stage from a journey that this edition does not show must not name its file; then it is the journey's own.
    """
    shown: dict[str, str] = {}
    each: Journey | None = journey
    while each is not None and each.id not in shown:
        shown[each.id] = each.file
        each = voice.atlas.journeys.get(each.extends) if each.extends else None
    return stage.origin if stage.origin.file and stage.origin.file in shown.values() else journey.origin


def _stage_description(stage: Stage, who: str, voice: Voice) -> str:
    said = voice.words(stage.summary)
    thought = voice.words(stage.thoughts[0].text) if stage.thoughts else ""
    return _short(said or (f"{who}: {thought}" if thought else who))


def _short(words: str, limit: int = 160) -> str:
    """At most ``limit`` letters, cut between words."""
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"


__all__ = ["Site", "SitePage", "plan"]
