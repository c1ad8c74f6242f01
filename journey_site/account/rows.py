"""What a thing says otherwise, field by field: each as a row with the shape in which it is best read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from journey_site.account.in_short import called, details, field_label, in_short, number_in, of_field
from journey_site.account.reworded import moved_of, reworded
from journey_site.atlas.atlas import KINDS_IN_ORDER
from journey_site.atlas.differences import (
    Added,
    Altered,
    At,
    Difference,
    Removed,
    Reordered,
    Trail,
    differences,
)
from journey_site.documents.declared import Declared
from journey_site.documents.values import TWINS, Emotion, Image, Ref, Scale, Text
from journey_site.documents.walk import within as inside
from journey_site.problems import Span
from journey_site.site.voice import Voice

UNSEEN = frozenset({"was", "extra", "remove"})
"""Fields that no page shows; what ``remove`` takes away is told as stages that are gone."""
UNSEEN_SETTINGS = frozenset({"format", "checks", "uses", "audiences", "default_audience"})
"""What handbook.yml says to those who build the site."""
_TO_FIVE = frozenset({"severity", "importance", "impact", "effort", "traits", "channels"})
_FELT = frozenset({"emotion", "experience", "low", "high", "by_actor"})

Sort = Literal["added", "removed", "moved", "changed"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number from and to, with the ends of its scale where it has one."""

    before: float | None
    after: float | None
    said_before: str
    said_after: str
    low: float | None = None
    high: float | None = None
    said_low: str = ""
    said_high: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text from and to, to be shown word by word."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A short value from and to: an owner, a state, a length of time."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that a list gained or lost."""

    words: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A list in another order: its entries by name, and in words where those stand now that were moved."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    moved: tuple[str, ...]
    """The fewest that one would have to move."""
    said: tuple[str, ...]
    """For each of these a sentence."""


Shape = Measure | Wording | Choice | Entry | Order


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is said otherwise."""

    path: str
    """Where, for programs: ``stages[decision].pains[too-slow].severity``."""
    label: str
    """Where, for people: ``Pains · “Too slow” · Severity``."""
    sort: Sort
    said: Shape
    before: Any
    """The value as it stood; None where nothing did."""
    after: Any
    seen: bool
    """Whether readers of the pages see it."""
    before_at: Span = field(compare=False)
    after_at: Span = field(compare=False)
    lost: bool = False
    """Whether an address of its own goes with it, so that links to it break."""
    moved_to: str = ""
    """The id of the stage in which the entry stands instead; empty when it is simply gone or new."""
    elsewhere: str = ""
    """What that stage is called, in quotes."""

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two rows the same, wherever they are written."""
        return self.path, self.sort, in_short_key(self.before), in_short_key(self.after)


def in_short_key(value: object) -> str:
    """A value as a word that is the same for values that say the same."""
    if isinstance(value, Declared):
        kept = {name: in_short_key(said) for name, said in value.__dict__.items() if name not in ("origin", "places", "file")}
        return repr(kept)
    if isinstance(value, tuple):
        return repr([in_short_key(each) for each in value])
    if isinstance(value, Mapping):
        return repr({str(name): in_short_key(each) for name, each in value.items()})
    if isinstance(value, Ref):
        return repr(str(value))
    if isinstance(value, Text):
        return repr(dict(value.values))
    return repr(value)


class Rows:
    """Makes rows of the differences between two versions."""

    def __init__(self, before: Voice, after: Voice) -> None:
        self.before = before
        self.after = after
        self.of_things: tuple[Declared, ...] = ()
        """The things of which rows are made, to know what entries with ids of their own are called."""

    def name_of(self, identity: str) -> str:
        """What the entry of that id is called in them."""
        entries = (each for thing in self.of_things for each in inside(thing))
        return next((called(each, self.after) for each in entries if getattr(each, "id", None) == identity), identity)

    def of(self, found: Iterable[Difference], unseen: frozenset[str] = UNSEEN, label: str = "") -> Iterator[Row]:
        """A row for each value that is otherwise, and for each entry that was added, removed or moved."""
        for each in reworded(found):
            # What is declared as a field of a thing hides what stands in it, too.
            hidden = each.path[0].field in unseen or each.field in UNSEEN
            for row in self._of(each, label):
                yield replace(row, seen=False) if hidden else row

    def _of(self, each: Difference, label: str) -> Iterator[Row]:
        named = _joined(label, self._label(each.path))
        match each:
            case Altered():
                entry = each.path[-1].key and called(each.after, self.after)
                for inner in self.of(each.within, frozenset(), _joined(named, entry)):
                    # The words of an entry need no other name than that of their list.
                    own_words = inner.path.startswith(_trail(each.path) + ".text") and isinstance(inner.said, Wording)
                    tail = inner.path.rpartition(".text.")[2] if ".text." in inner.path else ""
                    yield replace(inner, label=self._in_language(named, tail) if tail else named) if own_words else inner
            case Added():
                said = Entry(called(each.after, self.after), details(each.after, self.after))
                yield self._row(each, named, "added", said)
            case Removed():
                said = Entry(called(each.before, self.before), details(each.before, self.before))
                yield self._row(each, named, "removed", said)
            case Reordered():
                yield self._row(each, named, "moved", self._order(each))
            case _:
                yield from self._value(each, each.path[-1].field, each.before, each.after, named, _trail(each.path))

    def _label(self, path: Trail) -> str:
        return field_label(path[-1].field, self.after)

    def _row(self, each: Difference, label: str, sort: Sort, said: Shape) -> Row:
        return Row(_trail(each.path), label, sort, said, each.before, each.after, True, each.before_at, each.after_at)

    def _order(self, each: Reordered) -> Order:
        before, after = tuple(map(str, each.before)), tuple(map(str, each.after))
        moved = moved_of(before, after)
        table = self.after.atlas.table(each.field) if each.field in KINDS_IN_ORDER else {}

        def name(key: str) -> str:
            thing = table.get(key)
            return self.after.words(thing.name) if thing else self.name_of(key)

        said = tuple(
            f"“{name(key)}” now comes after “{name(after[at - 1])}”" if at else f"“{name(key)}” now comes first"
            for at, key in enumerate(after) if key in moved
        )  # fmt: skip
        return Order(tuple(map(name, before)), tuple(map(name, after)), tuple(map(name, moved)), said)

    def _in_language(self, label: str, code: str) -> str:
        """``label`` with the language, where it is not the one in which everything is told."""
        told = self.after.order[0]
        return label if code in (told, TWINS.get(told)) else f"{label} ({self.after.language.named(code)})"

    def _value(self, each: Difference, name: str, before: Any, after: Any, label: str, path: str) -> Iterator[Row]:
        """Rows for a single value; what consists of several is told part by part."""

        def row(said: Shape, tail: str = "", more: str = "", one: Any = before, other: Any = after) -> Row:
            place = each.before_at, each.after_at
            return Row(path + tail, _joined(label, more), "changed", said, one, other, True, *place)

        sides = (before, after)
        kind = next((type(side) for side in sides if side is not None), type(None))
        if issubclass(kind, Text) and all(isinstance(side, Text | None) for side in sides):
            one, other = ({} if side is None else side.values for side in sides)
            for code in dict.fromkeys((*other, *one)):
                if one.get(code) != other.get(code):
                    several = len({*one, *other}) > 1
                    said = Wording(one.get(code, ""), other.get(code, ""))
                    made: Row = row(said, f".{code}" if several else "", "", one.get(code), other.get(code))
                    yield replace(made, label=self._in_language(label, code)) if several else made
        elif issubclass(kind, Emotion):
            yield from self._emotion(before, after, row)
        elif issubclass(kind, Image):
            for part in ("file", "alt", "credit"):
                one, other = (getattr(side, part, None) or None for side in sides)
                if one != other:
                    more = field_label(part, self.after)
                    yield row(Choice(in_short(one, self.before), in_short(other, self.after)), f".{part}", more, one, other)
        elif issubclass(kind, Declared) and not all(sides):
            whole = kind.made({"origin": each.before_at if before is None else each.after_at})
            for inner in differences(before or whole, after or whole, each.path):
                yield from self._of(inner, label)
        elif issubclass(kind, Mapping):
            one, other = (side or {} for side in sides)
            for key in dict.fromkeys((*other, *one)):
                if one.get(key) != other.get(key):
                    who = called(key, self.after)
                    yield row(self._shape(name, one.get(key), other.get(key)), f"[{key}]", who, one.get(key), other.get(key))
        else:
            yield row(self._shape(name, before, after))

    def _emotion(self, before: Emotion | None, after: Emotion | None, row: Any) -> Iterator[Row]:
        one, other = before or Emotion(), after or Emotion()
        if one.value != other.value:
            yield row(self._shape("emotion", one.value, other.value), "", "", one.value, other.value)
        for part in ("low", "high"):
            low, high = getattr(one, part), getattr(other, part)
            if low != high:
                yield row(self._shape(part, low, high), f".{part}", field_label(part, self.after), low, high)
        for who in dict.fromkeys((*other.by_actor, *one.by_actor)):
            first, second = one.by_actor.get(who), other.by_actor.get(who)
            if first != second:
                name = called(Ref(who, "personas"), self.after)
                yield row(self._shape("emotion", first, second), f"[{who}]", name, first, second)
        if one.note != other.note:
            words = [side.note.values if side.note else {} for side in (one, other)]
            for code in dict.fromkeys((*words[1], *words[0])):
                if words[0].get(code) != words[1].get(code):
                    said = Wording(words[0].get(code, ""), words[1].get(code, ""))
                    yield row(said, f".note.{code}", self._in_language("Note", code), words[0].get(code), words[1].get(code))

    def _shape(self, name: str, before: Any, after: Any) -> Shape:
        if all(side is None or (isinstance(side, int | float) and not isinstance(side, bool)) for side in (before, after)):
            said = number_in(name, before, self.before), number_in(name, after, self.after)
            ends = self._scale(name)
            if ends is None:
                return Measure(before, after, *said)
            return Measure(before, after, *said, *ends, *(number_in(name, end, self.after) for end in ends))
        if isinstance(before, str) and isinstance(after, str) and " " in before + after and not isinstance(after, Ref):
            return Wording(before, after)
        one, other = of_field(name, before, self.before), of_field(name, after, self.after)
        # Two things of one name are told apart by their ids.
        if one == other and isinstance(before, Ref) and isinstance(after, Ref):
            one, other = f"{one} ({before})", f"{other} ({after})"
        return Choice(one, other)

    def _scale(self, name: str) -> tuple[float, float] | None:
        if name in _FELT:
            scale: Scale = self.after.atlas.handbook.scale
            return scale.low, scale.high
        if name in _TO_FIVE or name.startswith("own."):
            return 1.0, 5.0
        return (0.0, 1.0) if name == "share" else None


def _joined(*labels: str) -> str:
    return " · ".join(label for label in labels if label)


def _trail(path: Iterable[At]) -> str:
    return ".".join(f"{at.field}[{at.key}]" if at.key else at.field for at in path)


__all__ = ["Choice", "Entry", "Measure", "Order", "Row", "Rows", "Wording"]
