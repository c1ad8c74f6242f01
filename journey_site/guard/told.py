"""What the guard says of a leak: the site's file and the source's line, never the words themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from journey_site.guard.left_out import LeftOut
from journey_site.guard.letters import letters
from journey_site.guard.search import Leak
from journey_site.problems import Span
from journey_site.source.ids import slug

_MOST = 20
"""So many places show where to begin."""
_MOST_FILES = 3
_WHAT = {"text": "a text", "address": "the address", "name": "a name", "file": "the name of a file", "mark": "a page of another edition"}


def sentences(
    found: Iterable[Leak], left_out: LeftOut, by_hand: Callable[[Leak], Span | None], *, public: bool
) -> list[str]:
    """A sentence for each thing that was found, with the files it stands in.

    ``by_hand`` gives the place in a hand-written page that a file was made of. In a ``public`` log no file is named whose
    own name tells what is left out.
    """
    ordered = sorted(found, key=lambda leak: (leak.place or Span(""), leak.sort, leak.file))
    groups = [list(each) for _, each in groupby(ordered, key=lambda leak: (leak.place, leak.sort))]
    told = [_sentence(group, left_out, by_hand, public=public) for group in groups[:_MOST]]
    more = len(groups) - len(told)
    return [*dict.fromkeys(told), *([f"and {more:,} more"] if more else [])]


def _sentence(group: list[Leak], left_out: LeftOut, by_hand: Callable[[Leak], Span | None], *, public: bool) -> str:
    files = list({leak.file: leak for leak in group}.values())
    named = [_file(leak, left_out, by_hand, public=public) for leak in files[:_MOST_FILES]]
    more = len(files) - len(named)
    where = ", ".join(dict.fromkeys(named)) + (f" and {more:,} more" if more else "")
    first = group[0]
    if first.place is None:
        return f"{where}: {_WHAT[first.sort]}"
    source = "a file that it leaves out" if public and _tells(first.place.file, left_out) else str(first.place)
    return f"{where}: {_WHAT[first.sort]} of {source}"


def _file(leak: Leak, left_out: LeftOut, by_hand: Callable[[Leak], Span | None], *, public: bool) -> str:
    written = by_hand(leak)
    if public and _tells(leak.file, left_out):
        return "a file whose name tells it"
    if written is None or (public and _tells(written.file, left_out)):
        return leak.file
    return f"{leak.file} (written in {written.file}:{written.line})"


def _tells(path: str, left_out: LeftOut) -> bool:
    """Whether a path holds an id or a name that is left out."""
    parts = {slug(part.partition(".")[0]) for part in path.split("/")}
    hidden = {each.id for each in left_out.addresses} | {each.stage for each in left_out.addresses} | {each.slug for each in left_out.names}
    return not (parts - {""}).isdisjoint(hidden)


def line_of(words: str, lines: Iterable[str]) -> int:
    """The line, counted from 1, on which a text begins in a page's ``lines``; 0 when it cannot be found."""
    row = letters(words)
    rows = [letters(line) for line in lines]
    at = "".join(rows).find(row)
    if not row or at < 0:
        return 0
    for number, each in enumerate(rows, 1):
        at -= len(each)
        if at < 0:
            return number
    return 0


def counted(others: Mapping[str, int]) -> str:
    """Rules with their numbers, as a log names them: ``bad-date (2), unknown-persona (1)``."""
    return ", ".join(f"{rule} ({number:,})" for rule, number in sorted(others.items()))
