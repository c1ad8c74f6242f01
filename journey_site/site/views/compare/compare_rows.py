"""The rows of the table that compares one stage: what stands in each lane of each journey, and what is the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from journey_site.atlas.differences import identity_of
from journey_site.documents.journeys import Journey, Stage
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.language import N_
from journey_site.site.views.compare.changes import lane_label
from journey_site.site.views.entries import FaceView, OwnerView, Words, owner_view
from journey_site.site.views.used import content_view, touchpoint_view
from journey_site.site.voice import Voice

COLUMNS = 12
"""How many journeys stand side by side; the others, which feel better, are listed below."""
ENTRIES = 12
"""How many entries a field shows before it leads on to the stage's own page."""


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """Something that stands in one field of the table."""

    words: Words
    link: Link = NO_LINK
    icon: str = ""
    face: FaceView | None = None
    score: int | None = None
    owner: OwnerView | None = None
    note: str = ""
    common: str = ""
    """``all``: the same for all; ``own``: nobody else has it; ``some``: several; empty where every entry is its own."""


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """A field of the table; ``more`` entries are left out."""

    entries: tuple[ComparedEntry, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A lane across the journeys."""

    lane: str
    label: Words
    icon: str
    cells: tuple[ComparedCell, ...]
    said: str
    """How much of it is the same, in words; empty where there is nothing to say."""


Field = list[tuple[Hashable, ComparedEntry]]
"""What one journey has in a lane: each entry with what makes it the one that it is."""


def held_in(filled: Iterable[tuple[Journey, Stage]], lane: str) -> Counter[Hashable]:
    """What stands in a lane, with the number of journeys that have it."""
    held: Counter[Hashable] = Counter()
    for _journey, stage in filled:
        held.update({identity_of(entry) for entry in stage.all_in(lane)})
    return held


def compared_rows(filled: Sequence[tuple[Journey, Stage]], voice: Voice) -> Iterator[ComparedRow]:
    """The rows below the emotion, each with something in it."""
    makers: tuple[tuple[str, Callable[[Journey, Stage, Voice], Field]], ...] = (
        ("goal", _goal),
        ("thoughts", _thought),
        ("pains", _pain),
        ("content", _content),
        ("touchpoints", _touchpoints),
        ("owner", _owner),
        ("duration", _time),
    )
    for lane, make in makers:
        fields = [make(journey, stage, voice) for journey, stage in filled]
        held: Counter[Hashable] = Counter()
        for field in fields:
            held.update({key for key, _entry in field})
        if not held:
            continue
        same = sum(count == len(filled) for count in held.values())
        alone = sum(count == 1 for count in held.values())
        mixed = max(held.values()) > 1 and (lane in _LISTS or 2 * alone < len(filled))
        label, icon = lane_label(lane, voice)
        label = voice._(_LABELS[lane]) if lane in _LABELS else label
        cells = tuple(_cell(field, held, len(filled), mixed=mixed) for field in fields[:COLUMNS])
        yield ComparedRow(lane, label, icon, cells, _said(same, len(held), listed=lane in _LISTS, voice=voice))


_LISTS = ("content", "touchpoints")
_LABELS = {"thoughts": N_("First thought"), "pains": N_("Worst pain")}
_ORDER = {"own": 0, "some": 1, "": 1, "all": 2}


def _cell(
    field: Field, held: Counter[Hashable], count: int, *, mixed: bool
) -> ComparedCell:
    """A field with what stands out first and what all have last."""
    marked = []
    for key, entry in field:
        common = "all" if held[key] == count else "own" if held[key] == 1 else "some"
        marked.append(replace(entry, common=common if mixed else ""))
    marked.sort(key=lambda entry: _ORDER[entry.common])
    return ComparedCell(tuple(marked[:ENTRIES]), max(0, len(marked) - ENTRIES))


def _said(same: int, count: int, *, listed: bool, voice: Voice) -> str:
    if same == count:
        return voice._("the same for all")
    if not listed:
        return ""
    if not same:
        return voice._("nothing the same for all")
    told = {"same": voice.language.number(same), "count": voice.language.number(count)}
    return voice._("%(same)s of %(count)s the same for all") % told


def _goal(journey: Journey, stage: Stage, voice: Voice) -> Field:
    return [(stage.goal, ComparedEntry(stage.goal))] if stage.goal else []


def _thought(journey: Journey, stage: Stage, voice: Voice) -> Field:
    first = next(iter(stage.all_in("thoughts")), None)
    return [(first.text, ComparedEntry(first.text))] if first and first.text else []


def _pain(journey: Journey, stage: Stage, voice: Voice) -> Field:
    worst = max(stage.all_in("pains"), key=lambda pain: pain.severity or 0, default=None)
    return [(worst.text, ComparedEntry(worst.text, score=worst.severity))] if worst and worst.text else []


def _content(journey: Journey, stage: Stage, voice: Voice) -> Field:
    found: dict[Hashable, ComparedEntry] = {}
    for use in stage.all_in("content"):
        view = content_view(use, voice)
        note = view.status_label if view.status not in ("", "live") else ""
        found.setdefault(identity_of(use), ComparedEntry(view.entry.words, view.link, view.icon, note=note))
    return list(found.items())


def _touchpoints(journey: Journey, stage: Stage, voice: Voice) -> Field:
    """Each once, as it is felt where it is felt worst."""
    found: dict[Hashable, tuple[float, ComparedEntry]] = {}
    for use in stage.all_in("touchpoints"):
        view = touchpoint_view(use, voice)
        felt = use.experience if use.experience is not None else float("inf")
        key = identity_of(use)
        if key not in found or felt < found[key][0]:
            found[key] = (felt, ComparedEntry(view.entry.words, view.link, view.icon, view.face))
    return [(key, entry) for key, (_felt, entry) in found.items()]


def _owner(journey: Journey, stage: Stage, voice: Voice) -> Field:
    owner = owner_view(stage.owner or journey.owner, voice)
    return [((owner.words, owner.person), ComparedEntry("", owner=owner))] if owner else []


def _time(journey: Journey, stage: Stage, voice: Voice) -> Field:
    time, waiting = voice.duration(stage.duration), voice.duration(stage.waiting)
    if not (time or waiting):
        return []
    idle = (voice._("%(time)s of it waiting") if time else voice._("%(time)s waiting")) % {"time": waiting} if waiting else ""
    return [((stage.duration, stage.waiting), ComparedEntry(time or idle, note=idle if time else ""))]
