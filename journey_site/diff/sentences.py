"""Differences within a thing or a stage as sentences: what is counted is named, what is measured is told from and to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journey_site.atlas.atlas import Atlas
from journey_site.atlas.differences import Added, Altered, Changed, Difference, Removed, Reordered
from journey_site.diff import phrases
from journey_site.documents.actors import Actor, SubJourney
from journey_site.documents.items import ContentUse, Item, MetricUse, Opportunity, TouchpointUse
from journey_site.documents.journeys import Step
from journey_site.documents.values import Emotion, Owner, Ref, Text
from journey_site.sentence import Felt, Sentence, counted

_NAMED = 3
"""How many entries are named; of more, only the number is told."""
_LONGEST = 90
"""Of a longer text, this many letters are quoted."""


_Entry = tuple[object, Atlas]
"""An entry and the atlas in which its names are found."""


@dataclass
class _Tally:
    """What happened in one list: the entries that were added, removed and changed."""

    entries: tuple[list[_Entry], list[_Entry], list[_Entry]] = field(default_factory=lambda: ([], [], []))


class Explained:
    """Puts the differences between two versions of one thing into sentences."""

    def __init__(self, before: Atlas, after: Atlas, kind: str) -> None:
        self.before = before
        self.after = after
        self.kind = kind

    def sentences(self, found: Sequence[Difference]) -> tuple[Sentence, ...]:
        """What there is to tell of ``found``: values first, then what was added, removed and changed, lane by lane."""
        tallies: dict[str, _Tally] = {}
        said = list(self._said(sorted(found, key=_place), tallies))
        for lane, tally in tallies.items():
            said += self._counted(lane, tally)
        return tuple(each for at, each in enumerate(said) if each not in said[:at])

    def _said(self, found: Sequence[Difference], tallies: dict[str, _Tally], step: Step | None = None) -> Iterator[Sentence]:
        other = False
        for each in found:
            if each.field in phrases.SILENT or isinstance(each, Reordered):
                continue
            if each.field in phrases.WAYS:
                yield phrases.WAYS_ON
            elif isinstance(each, Altered) and isinstance(each.after, Step):
                yield from self._said(each.within, tallies, each.after)
            elif each.field in phrases.COUNTED or each.field in phrases.LANES or each.field.startswith("own."):
                yield from self._in_list(each, tallies)
            else:
                sentences = list(self._value(each, step))
                other = other or not sentences
                yield from sentences
        if other:
            yield phrases.OTHER

    def _in_list(self, each: Difference, tallies: dict[str, _Tally]) -> Iterator[Sentence]:
        match each:
            case Added():
                tallies.setdefault(each.field, _Tally()).entries[0].append((each.after, self.after))
            case Removed():
                tallies.setdefault(each.field, _Tally()).entries[1].append((each.before, self.before))
            case Altered() | Changed():
                exactly = list(self._entry(each))
                yield from exactly
                tells = isinstance(each, Changed) or any(inner.field not in phrases.SILENT for inner in each.within)
                if not exactly and tells:
                    tallies.setdefault(each.field, _Tally()).entries[2].append((each.after, self.after))

    def _entry(self, each: Altered | Changed) -> Iterator[Sentence]:
        """An entry of which a number or its state is all that matters."""
        if not isinstance(each, Altered):
            return
        what = _quoted(each.after) or self._name(each.after, self.after)
        for inner in each.within:
            values = {"what": what, "before": inner.before, "after": inner.after}
            match inner.field, each.after:
                case "experience", TouchpointUse():
                    yield Sentence(phrases.EXPERIENCE_OF, values | {"before": _felt(inner.before), "after": _felt(inner.after)})
                case "status", Opportunity() | ContentUse():
                    yield Sentence(phrases.FROM_TO, values | {"before": _status(inner.before), "after": _status(inner.after)})
                case "severity", Item():
                    yield Sentence(phrases.SEVERITY_OF, values | {"before": _number(inner.before), "after": _number(inner.after)})
                case "value", MetricUse():
                    yield Sentence(phrases.FROM_TO, values | {"before": _number(inner.before), "after": _number(inner.after)})

    def _value(self, each: Difference, step: Step | None) -> Iterator[Sentence]:
        """A single value of the thing, of its stage, or of a step in it."""
        before, after = each.before, each.after
        match each.field:
            case "name":
                if before and step is None:
                    yield Sentence(phrases.RENAMED, {"before": before})
                else:
                    yield counted(phrases.COUNTED["steps"][2], 1)
            case "emotion":
                yield from self._emotion(before, after, step)
            case "duration" | "waiting":
                message = phrases.TIME if each.field == "duration" else phrases.WAITING
                yield Sentence(message, {"before": before or phrases.UNKNOWN, "after": after or phrases.UNKNOWN})
            case "owner":
                yield Sentence(phrases.OWNER, {"before": _owner(before, self.before), "after": _owner(after, self.after)})
            case "channel":
                yield Sentence(phrases.CHANNEL, {"before": self._name(before, self.before), "after": self._name(after, self.after)})
            case "persona":
                ends = {"before": self._name(before, self.before), "after": self._name(after, self.after)}
                yield Sentence(phrases.FROM_TO, {"what": phrases.PERSONA, **ends})
            case "value" | "target":
                message = phrases.VALUE if each.field == "value" else phrases.TARGET
                yield Sentence(message, {"before": _number(before), "after": _number(after)})
            case "status" if self.kind == "content":
                yield Sentence(phrases.STATUS, {"before": _status(before), "after": _status(after)})
            case lane if lane in phrases.TEXTS:
                message = phrases.REWORDED if before and after else phrases.SAID if after else phrases.UNSAID
                yield Sentence(message, {"lane": phrases.TEXTS[lane]})

    def _emotion(self, before: Emotion | None, after: Emotion | None, step: Step | None) -> Iterator[Sentence]:
        told = False
        one, other = (side.value if side else None for side in (before, after))
        if one != other:
            values: dict[str, object] = {"before": _felt(one), "after": _felt(other)}
            if step is not None:
                yield Sentence(phrases.EMOTION_OF, values | {"what": step.name})
            else:
                yield Sentence(phrases.EMOTION, values)
            told = True
        sides = [side.by_actor if side else {} for side in (before, after)]
        for who in dict.fromkeys((*sides[0], *sides[1])):
            first, second = sides[0].get(who), sides[1].get(who)
            if first != second:
                person = self.after.personas.get(who) or self.before.personas.get(who)
                name = person.name if person else str(who)
                yield Sentence(phrases.EMOTION_FOR, {"who": name, "before": _felt(first), "after": _felt(second)})
                told = True
        if not told:
            yield phrases.EMOTION_ANEW

    def _counted(self, lane: str, tally: _Tally) -> Iterator[Sentence]:
        forms = phrases.COUNTED.get(lane, phrases.IN_LANE)
        label = phrases.LANES.get(lane) or self._own_lane(lane.removeprefix("own."))
        for entries, form in zip(tally.entries, forms, strict=True):
            if not entries:
                continue
            what = counted(form, len(entries), lane=label) if lane not in phrases.COUNTED else counted(form, len(entries))
            names = tuple(name for entry, atlas in entries if (name := _quoted(entry) or self._name(entry, atlas)))
            yield Sentence(phrases.NAMED, {"what": what, "names": names}) if 0 < len(names) <= _NAMED else what

    def _own_lane(self, lane: str) -> Text | str:
        for atlas in (self.after, self.before):
            for each in atlas.handbook.lanes or ():
                if each.id == lane and each.label:
                    return each.label
        return lane

    def _name(self, entry: object, atlas: Atlas) -> Text | Sentence | str:
        """What an entry is called; empty when it has no name of its own."""
        match entry:
            case None:
                return phrases.UNKNOWN
            case Ref():
                thing = atlas.find(entry)
                return thing.name if thing else str(entry)
            case TouchpointUse():
                return entry.name or self._name(entry.touchpoint, atlas)
            case ContentUse():
                return entry.name or self._name(entry.content, atlas)
            case MetricUse():
                return entry.name or self._name(entry.metric, atlas)
            case Actor():
                return self._name(entry.persona, atlas)
            case SubJourney():
                return self._name(entry.journey, atlas)
            case Step():
                return entry.name
        return ""


def _place(each: Difference) -> int:
    return phrases.FIRST.index(each.field) if each.field in phrases.FIRST else len(phrases.FIRST)


def _quoted(entry: object) -> Sentence | None:
    """What an entry of texts says, in quotes."""
    if not isinstance(entry, Item) or not entry.text:
        return None
    return Sentence(phrases.QUOTED, {"words": Text({code: _short(words) for code, words in entry.text.values.items()})})


def _short(words: str) -> str:
    if len(words) <= _LONGEST or "](" in words:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"


def _felt(value: float | None) -> Felt | Sentence:
    return phrases.UNKNOWN if value is None else Felt(value)


def _number(value: float | None) -> float | Sentence:
    return phrases.UNKNOWN if value is None else value


def _status(value: str | None) -> Sentence | str:
    return phrases.STATUSES.get(value, value) if value else phrases.UNKNOWN


def _owner(owner: Owner | None, atlas: Atlas) -> Text | Sentence | str:
    if owner is None:
        return phrases.NOBODY
    department = atlas.find(owner.department)
    return owner.name or (department.name if department else "") or phrases.NOBODY
