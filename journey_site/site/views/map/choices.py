"""Looking at a map with the eyes of one actor, or of one department: who can be chosen, and how much is then theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from journey_site.documents.journeys import Journey
from journey_site.documents.things import Department
from journey_site.site.addresses import Link
from journey_site.site.views.entries import EntryView, Words
from journey_site.site.views.map.cells import CellView, entry_of
from journey_site.site.views.map.grid import HeadView, RowView
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.views.stage.lanes import LanesView
from journey_site.site.views.stage.theirs import TheirLane
from journey_site.site.voice import Voice

DEPARTMENT = "department"
"""The choice of a department in the address: ``?department=sales``."""
NOTHING_LISTED: Mapping[str, tuple[TheirLane, ...]] = MappingProxyType({})
AT_ONCE = 6
"""How many departments can be chosen at once; the others open at a click."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One who can be chosen, so that what concerns others steps back."""

    id: str
    label: Words
    colour: str
    """The colour of what is theirs; empty: the handbook's."""
    said: str
    """What is said once the choice is made: how many items are theirs, how many everybody's."""
    person: PersonView | None = None
    """The actor with a portrait; None for a department."""
    lanes: tuple[TheirLane, ...] = ()
    """What is theirs on a page about one stage; a map, which holds far more, names none of it."""


@dataclass(frozen=True, slots=True)
class ChoicesView:
    """All who can be chosen on a page."""

    key: str
    """The choice's name in the address: ``actor`` in ``?actor=anna``."""
    mark: str
    """What entries are marked with: ``actors`` for ``data-actors``."""
    root: Link
    """The page below which links keep the choice."""
    label: str
    """What the choice is, for those who do not see it."""
    everyone: str
    """The choice of nobody in particular."""
    choices: tuple[ChoiceView, ...]
    more: tuple[ChoiceView, ...] = ()
    """Further ones, which open at a click where they are many."""


def actor_choices(
    journey: Journey, entries: Iterable[EntryView], voice: Voice, concerned: tuple[PersonView, ...] = ()
) -> ChoicesView | None:
    """The actors of ``journey``, each with how many of a page's ``entries`` are theirs; None where one makes it.

    ``concerned`` are those whom a page about one stage concerns; empty: all of them.
    """
    people = people_of(journey, voice)
    if len(people) < 2:
        return None
    known = {person.id for person in people}
    theirs: Counter[str] = Counter()
    everybodys = 0
    for entry in entries:
        whose = known.intersection(entry.concerns)
        theirs.update(whose)
        everybodys += not whose
    outside = voice._("this stage does not concern %(who)s")
    choices = tuple(
        ChoiceView(
            person.id,
            person.short,
            person.colour,
            outside % {"who": person.short}
            if concerned and person not in concerned
            else _said(person, theirs[person.id], everybodys, voice),
            person,
        )
        for person in people
    )
    root = voice.link_to("journeys", journey)
    return ChoicesView("actor", "actors", root, voice._("Look at it as"), voice._("Everyone"), choices)


def department_choices(
    journey: Journey,
    entries: Iterable[EntryView],
    wholes: Iterable[tuple[str, ...] | None],
    taking_part: Iterable[str],
    voice: Voice,
    lanes: Mapping[str, tuple[TheirLane, ...]] = NOTHING_LISTED,
) -> ChoicesView | None:
    """The departments that occur on a page, in the handbook's order; None where there are none.

    ``entries`` are the page's, ``wholes`` whose each promise is that stands there beside them; ``taking_part`` are
    those that own or take part in a stage of the page, be it with nothing of their own. ``lanes`` are by department
    what the page lists before the rest.
    """
    theirs = Counter(identity for whose in (*(entry.departments for entry in entries), *wholes) for identity in whose or ())
    occurring = {*theirs, *taking_part}
    choices = tuple(
        ChoiceView(each.id, each.name, each.colour or "", _said_of_department(each, theirs[each.id], voice), lanes=lanes.get(each.id, ()))
        for each in voice.atlas.departments.values()
        if each.id in occurring
    )
    if not choices:
        return None
    root = voice.link_to("journeys", journey)
    shown = len(choices) if len(choices) <= AT_ONCE + 1 else AT_ONCE
    return ChoicesView(
        DEPARTMENT, "departments", root, voice._("Look at it as a department"), voice._("All departments"),
        choices[:shown], choices[shown:],
    )  # fmt: skip


def _said_of_department(department: Department, theirs: int, voice: Voice) -> str:
    name = voice.words(department.name)
    if not theirs:
        return voice._("%(who)s takes part here; nothing stands in its name yet.") % {"who": name}
    words = voice.language.ngettext("%(num)s thing for %(who)s", "%(num)s things for %(who)s", theirs)
    return words % {"num": voice.language.number(theirs), "who": name}


def _said(person: PersonView, theirs: int, everybodys: int, voice: Voice) -> str:
    number = voice.language.number
    words = voice.language.ngettext(
        "%(num)s item for %(who)s, %(all)s for everyone", "%(num)s items for %(who)s, %(all)s for everyone", theirs
    )
    return words % {"num": number(theirs), "who": person.short, "all": number(everybodys)}


def entries_on_map(heads: Iterable[HeadView], rows: Iterable[RowView]) -> Iterator[EntryView]:
    """Every entry of a map; what stands in a stage that concerns some concerns nobody else."""
    some = {head.id: head.concerns for head in heads if head.concerns}
    for row in rows:
        for cell in row.cells:
            for entry in entries_in_cells((cell,)):
                yield entry if entry.concerns or cell.stage not in some else replace(entry, concerns=some[cell.stage])


def entries_in_cells(cells: Iterable[CellView]) -> Iterator[EntryView]:
    """Every entry that cells print."""
    return (entry_of(view) for cell in cells for view in cell.views())


def entries_in_lanes(lanes: LanesView) -> Iterator[EntryView]:
    """Every entry that a stage page prints of a stage or a step."""
    return (entry_of(view) for _, view in lanes.views())
