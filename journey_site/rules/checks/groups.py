"""Things that are looked at together, so that those which are as they were need not be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from journey_site.atlas.atlas import Atlas
from journey_site.documents.declared import Declared
from journey_site.documents.handbook import Handbook
from journey_site.documents.models import Model
from journey_site.documents.things import Thing
from journey_site.rules.checks.gathered import Gathered, gather


@dataclass(frozen=True)
class Group:
    """What stands in one file: it is read anew together. Journeys that extend each other hold the same objects, so
    their files make one group."""

    things: tuple[tuple[str, Thing], ...]
    """With their kinds; what is retired or nobody wrote is left out."""
    beside: tuple[Thing, ...] = ()
    """What these rest on, wherever it stands: the models and the personas of the journeys."""
    handbook: Handbook | None = None
    """What handbook.yml itself says, for the one group that it makes."""

    @property
    def name(self) -> str:
        """What tells it from all other groups of its atlas."""
        return self.things[0][1].file if self.things else ""

    @cached_property
    def gathered(self) -> Gathered:
        """What stands in the things."""
        if self.handbook is not None:
            return gather([self.handbook], shared=False)
        things = [thing for _, thing in self.things]
        return gather(things, shared=any(getattr(thing, "extends", None) for thing in things))

    def atlas(self, settings: Atlas) -> Atlas:
        """An atlas of these alone: it has the languages and the scale of ``settings``, and nothing else of the handbook."""
        tables: dict[str, dict[str, Thing]] = {}
        for thing in self.beside:
            tables.setdefault("models" if isinstance(thing, Model) else "personas", {})[thing.id] = thing
        for kind, thing in self.things:
            tables.setdefault(kind, {})[thing.id] = thing
        return Atlas(settings.handbook, settings.today, settings.shown, **tables)  # type: ignore[arg-type]

    def is_as(self, other: Group) -> bool:
        """Whether it holds the very objects that ``other`` does: then all that is said of that one is true of this."""
        return (
            len(self.things) == len(other.things)
            and all(mine[1] is theirs[1] for mine, theirs in zip(self.things, other.things, strict=True))
            and _are_the_same(self.beside, other.beside)
            and self.handbook is other.handbook
        )


def groups_of(atlas: Atlas) -> list[Group]:
    """Everything of ``atlas`` that somebody wrote and that is not retired, and handbook.yml."""
    files = _Together(atlas)
    by_file: dict[str, list[tuple[str, Thing]]] = {}
    for kind, thing in atlas.things():
        if thing.file and thing.publish != "retired":
            by_file.setdefault(files.first(thing.file), []).append((kind, thing))
    return [
        Group((), handbook=atlas.handbook),
        *(Group(tuple(things), tuple(_beside(things, atlas))) for things in by_file.values()),
    ]


def settings_of(atlas: Atlas) -> Atlas:
    """What of the handbook concerns each thing: in which languages it is written, on which scale, and the day."""
    said = atlas.handbook
    alone = {"language": said.language, "languages": said.languages, "emotion": said.emotion}
    return Atlas(Handbook.made(alone), atlas.today, atlas.shown)


class _Together:
    """Knows which files make one group, and the first of them."""

    def __init__(self, atlas: Atlas) -> None:
        self._earlier: dict[str, str] = {}
        for journey in atlas.journeys.values():
            base = atlas.journeys.get(journey.extends) if journey.extends else None
            if base is not None and (mine := self.first(journey.file)) != (theirs := self.first(base.file)):
                self._earlier[mine] = theirs

    def first(self, file: str) -> str:
        while file in self._earlier:
            file = self._earlier[file]
        return file


def _beside(things: Iterable[tuple[str, Thing]], atlas: Atlas) -> Iterator[Thing]:
    for kind, thing in things:
        if kind == "journeys":
            journey = atlas.journeys[thing.id]
            for found in (atlas.models.get(journey.model or ""), *map(atlas.personas.get, journey.personas)):
                if found is not None:
                    yield found


def _are_the_same(mine: tuple[Declared, ...], theirs: tuple[Declared, ...]) -> bool:
    return len(mine) == len(theirs) and all(one is other for one, other in zip(mine, theirs, strict=True))
