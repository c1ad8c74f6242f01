"""One atlas told in one language: what view models need to put things into words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from journey_site.alphabet import Key, name_key
from journey_site.atlas.atlas import Atlas
from journey_site.atlas.order import Some, in_order
from journey_site.atlas.uses import Uses, gather_uses
from journey_site.documents.durations import Duration
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Thing
from journey_site.documents.values import Ref, Text
from journey_site.rules.coverage import Coverage, examine
from journey_site.site.addresses import Link, stage_uri, thing_uri
from journey_site.site.language import Language
from journey_site.site.markdown import plain
from journey_site.site.recent_months import NOTHING_RECENT, Recent
from journey_site.translations.completeness import Outdated


@dataclass(frozen=True)
class Voice:
    """The atlas, the language it is told in, and who is used where."""

    atlas: Atlas
    language: Language
    examined: Coverage | None = field(default=None, repr=False)
    """What the rules found in this atlas, where somebody has asked them already."""
    recent: Recent = field(default=NOTHING_RECENT, repr=False)
    """What changed lately, where there is a history to know it from."""
    upkeep: bool = True
    """Whether the work on the map goes along, for those who keep the handbook: what is to be checked, filled in, translated."""
    outdated: Outdated = field(default_factory=Outdated, repr=False)
    """Which translations are out of date, where somebody has asked git."""
    quotes: str = ""
    """The language of the handbook's own words, where it is another than that of the interface: on the command line."""

    @cached_property
    def coverage(self) -> Coverage:
        """Whether customers are met where they are: every rule asked once, before pages are printed; nothing without upkeep."""
        if not self.upkeep:
            return Coverage((), (), ())
        return self.examined or examine(self.atlas)

    @cached_property
    def no_owner(self) -> str:
        """That nobody answers for something, which those who keep the handbook want to know; empty without upkeep."""
        return self._("no owner") if self.upkeep else ""

    @cached_property
    def uses(self) -> Uses:
        """Where each thing is used."""
        return gather_uses(self.atlas)

    @cached_property
    def place_of_persona(self) -> dict[str, int]:
        """Each persona's place in the site's first language, which gives it a colour of its own, the same in every tree."""
        personas = in_order(self.atlas.personas.values(), self.atlas.language)
        return {persona.id: place for place, persona in enumerate(personas)}

    @cached_property
    def stages_like(self) -> dict[tuple[str, str], list[tuple[Journey, Stage]]]:
        """The same stage in every journey on one model, by model and stage id."""
        found: dict[tuple[str, str], list[tuple[Journey, Stage]]] = {}
        for journey in self.atlas.journeys.values():
            if journey.model and journey.publish != "retired":
                for stage in journey.stages:
                    found.setdefault((journey.model, stage.id), []).append((journey, stage))
        return found

    @cached_property
    def replaced_by(self) -> dict[str, Journey]:
        """The journey to which the readers of a retired one are led, by the retired one's id."""
        found: dict[str, Journey] = {}
        for journey in self.atlas.journeys.values():
            for retired in journey.replaces:
                found.setdefault(retired, journey)
        return found

    @cached_property
    def variants_of(self) -> dict[str, tuple[Journey, ...]]:
        """The variants of each journey that readers find in lists, by its id."""
        found: dict[str, tuple[Journey, ...]] = {}
        for journey in self.atlas.journeys.values():
            if journey.extends and journey.publish != "retired":
                found[journey.extends] = (*found.get(journey.extends, ()), journey)
        return found

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The languages to look for a text in, the wanted one first."""
        first, fallback = self.language.written, self.atlas.handbook.language or "en"
        return tuple(dict.fromkeys((self.quotes or first, first, self.language.code, fallback)))

    def _(self, message: str) -> str:
        """A message of the interface."""
        return self.language.gettext(message)

    def words(self, text: Text | None) -> str:
        """A text as plain words without Markdown; empty when there is none."""
        return plain(text.best(*self.order).words) if text else ""

    def words_for_address(self, text: Text | str | None) -> str:
        """The words that an address is made from: those in the site's first language, so that it is the same in every tree."""
        if not isinstance(text, Text):
            return text or ""
        return plain(text.best(self.atlas.handbook.language or "en", *self.order).words)

    def in_order(self, things: Iterable[Some]) -> list[Some]:
        """As this reader looks them up: as their editors number them, else by name."""
        return in_order(things, *self.order)

    def and_more(self, count: int) -> str:
        """How many more there are than are named: ``and 3 more``; empty where there are none."""
        return self._("and %(num)s more") % {"num": self.language.number(count)} if count > 0 else ""

    def by_name(self, words: str) -> Key:
        """What ``words`` are sorted by among names, for this reader."""
        return name_key(words, self.language.code)

    def duration(self, duration: Duration | None) -> str:
        """A length of time in words; empty when none is stated."""
        return self.language.duration(duration) if duration else ""

    def link(self, ref: Ref | None) -> Link:
        """The page of what ``ref`` points to; nothing when there is no such thing to see."""
        thing = self.atlas.find(ref)
        if thing is None or ref is None:
            return Link()
        kind = ref.kind
        if kind == "people":
            kind = "departments" if ref in self.atlas.departments else "personas"
        return Link(thing_uri(kind, ref), ref if kind == "metrics" else "")

    def link_to(self, kind: str, thing: Thing) -> Link:
        """The page of ``thing``."""
        return Link(thing_uri(kind, thing.id), thing.id if kind == "metrics" else "")

    def stage_link(self, journey: Journey, stage: Stage, anchor: str = "") -> Link:
        """The page of a stage, or a place on it."""
        return Link(stage_uri(journey.id, stage.id), anchor)
