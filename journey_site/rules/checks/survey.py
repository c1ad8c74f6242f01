"""A handbook gone through once: what it says and where, for every check to look things up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar

from journey_site.atlas.atlas import Atlas
from journey_site.documents.items import Common
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.reading import quoted
from journey_site.documents.things import Thing
from journey_site.documents.values import Text
from journey_site.problems import Span
from journey_site.rules.checks.gathered import Entry, Mention, Picture, Where
from journey_site.rules.checks.groups import Group

AnyEntry = TypeVar("AnyEntry", bound=Common)


@dataclass(frozen=True)
class Survey:
    """What several checks ask of a handbook, drafts and all. What is retired is not looked at."""

    atlas: Atlas
    """Where references lead: the whole handbook, or what one group rests on."""
    groups: tuple[Group, ...]
    """What is looked at."""
    root: Path | None = None
    """The handbook's folder, where there is one: pictures lie in it."""

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """Every journey that readers are led to."""
        return tuple(thing for _, thing in self.things("journeys") if isinstance(thing, Journey))

    @cached_property
    def stages(self) -> tuple[tuple[Journey, Stage], ...]:
        """Every stage that is written with its journey: none that only the model has, none that is inherited."""
        return tuple((journey, stage) for journey in self.journeys for stage in journey.stages if is_written(stage, journey))

    @cached_property
    def steps(self) -> tuple[tuple[Journey, Step], ...]:
        """Those stages, each followed by its steps."""
        return tuple((journey, part) for journey, stage in self.stages for part in (stage, *stage.steps))

    def entries_of(self, kind: type[AnyEntry], *lanes: str) -> Iterator[tuple[Where, AnyEntry]]:
        """The entries that are of ``kind``, of ``lanes`` or of all, each once, where it is written."""
        return chain.from_iterable(self._lists_of(kind, lanes))  # type: ignore[arg-type]

    def _lists_of(self, kind: type[Common], lanes: tuple[str, ...]) -> Iterator[list[Entry]]:
        for group in self.groups:
            by_lane = group.gathered.entries.get(kind)
            if by_lane is not None:
                for lane in lanes or by_lane:
                    if lane in by_lane:
                        yield by_lane[lane]

    @property
    def claims(self) -> Iterable[Entry]:
        """What says how sure anybody is of it."""
        return chain.from_iterable(group.gathered.claims for group in self.groups)

    @property
    def texts(self) -> Iterable[Text]:
        """Every text, each once, where it is written."""
        return chain.from_iterable(group.gathered.texts for group in self.groups)

    @property
    def said(self) -> Iterable[str]:
        """The words of every text in every language."""
        return chain.from_iterable(group.gathered.said for group in self.groups)

    @property
    def mentions(self) -> Iterable[Mention]:
        """Every reference; what a variant inherits stands here for both."""
        return chain.from_iterable(group.gathered.mentions for group in self.groups)

    @property
    def pictures(self) -> Iterable[Picture]:
        """Every picture."""
        return chain.from_iterable(group.gathered.pictures for group in self.groups)

    def things(self, *kinds: str) -> Iterable[tuple[str, Thing]]:
        """The things of ``kinds``, or of every kind, that are written in the handbook and not retired."""
        return chain.from_iterable(self._by_kind.get(kind, ()) for kind in kinds or self._by_kind)

    def is_used(self, kind: str, identity: str) -> bool:
        """Whether anything refers to the thing, be it in a link."""
        return identity in self._used.get(kind, ())

    def name(self, thing: Thing | Step) -> str:
        """What a thing or stage is called, in quotation marks, for a message."""
        return quoted(self.words(thing.name))

    def words(self, text: Text) -> str:
        """A text in the handbook's language."""
        said = text.values.get(self._language)
        return text.best(self._language).words if said is None else said

    @cached_property
    def _by_kind(self) -> dict[str, list[tuple[str, Thing]]]:
        found: dict[str, list[tuple[str, Thing]]] = {}
        for group in self.groups:
            for pair in group.things:
                found.setdefault(pair[0], []).append(pair)
        return found

    @cached_property
    def _language(self) -> str:
        return self.atlas.handbook.language or self.atlas.language

    @cached_property
    def _used(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for group in self.groups:
            for kind, identities in group.gathered.used.items():
                found.setdefault(kind, set()).update(identities)
        for kind in ("departments", "personas"):
            found.setdefault(kind, set()).update(found.get("people", ()))
        return found


def is_written(stage: Step, journey: Journey) -> bool:
    """Whether a stage stands in the journey's own lines, so that something can be mended there."""
    return stage.origin.file == journey.origin.file and stage.origin != journey.origin


def place_of(text: Text, language: str = "") -> Span:
    """Where a text stands; of one in several languages, where ``language`` does."""
    return text.places.get(language, text.origin)
