"""What the guard says of a leak: where people wrote it and where it is kept, never the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journey_site.guard.left_out import LeftOut
from journey_site.guard.search import Leak
from journey_site.guard.sources import Key, key_of
from journey_site.problems import Span
from journey_site.source.ids import slug

_MOST = 20
"""So many places show where to begin."""
_MOST_FILES = 3
_WHAT = {"text": "a text", "address": "the address", "name": "a name", "file": "the name of a file", "mark": "a page of another edition"}
_NO_FILE = "a file whose name tells it"
_NO_SOURCE = "a file that it leaves out"


def sentences(found: Iterable[Leak], left_out: LeftOut, written: Mapping[Key, Sequence[Span]], *, public: bool) -> list[str]:
    """A sentence for each thing that was found, with every place that it is written at.

    ``written`` gives these places. In a ``public`` log no file is named whose own name tells what is left out.
    """
    groups: dict[Key, dict[str, Leak]] = {}
    for leak in found:
        groups.setdefault(key_of(leak), {})[leak.file] = leak
    ordered = sorted(groups, key=lambda key: (key[1] or Span(""), key[0]))
    told: list[str] = []
    room = _MOST
    for key in ordered:
        if room <= 0:
            break
        told.append(_sentence(groups[key], left_out, written.get(key, ()), room, public=public))
        room -= max(1, len(written.get(key, ())))
    more = len(ordered) - len(told)
    return [*dict.fromkeys(told), *([f"and {more:,} more"] if more else [])]


def _sentence(files: Mapping[str, Leak], left_out: LeftOut, written: Sequence[Span], room: int, *, public: bool) -> str:
    def named(file: str, shown: str, otherwise: str) -> str:
        return otherwise if public and _tells(file, left_out) else shown

    of_site = [named(file, file, _NO_FILE) for file in files]
    first = next(iter(files.values()))
    places = [] if first.place is None else [named(place.file, str(place), _NO_SOURCE) for place in (first.place, *first.also)]
    what = _WHAT[first.sort] + (f" of {_some(places, room, 'place')}" if places else "")
    if not written:
        return f"{_some(of_site, _MOST_FILES, 'file')}: {what}"
    at = [named(place.file, f"{place.file}:{place.line}" if place.line else place.file, _NO_FILE) for place in written]
    return f"{_some(at, room, 'place')}: {what} (in the site: {_some(of_site, _MOST_FILES, 'file')})"


def _some(names: Iterable[str], most: int, noun: str) -> str:
    """The first few of many names, and how many more there are."""
    names = list(dict.fromkeys(names))
    more = len(names) - most
    if more == 1:
        most, more = most + 1, 0
    told = names[: max(most, 1)]
    if more > 0:
        return f"{', '.join(told)} and {more:,} more {noun}s"
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]


def _tells(path: str, left_out: LeftOut) -> bool:
    """Whether a path holds an id or a name that is left out."""
    parts = {slug(part.partition(".")[0]) for part in path.split("/")}
    hidden = {each.id for each in left_out.addresses} | {each.stage for each in left_out.addresses} | {each.slug for each in left_out.names}
    return not (parts - {""}).isdisjoint(hidden)


def counted(others: Mapping[str, int]) -> str:
    """Rules with their numbers, as a log names them: ``bad-date (2), unknown-persona (1)``."""
    return ", ".join(f"{rule} ({number:,})" for rule, number in sorted(others.items()))
