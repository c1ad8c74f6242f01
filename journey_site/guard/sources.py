"""Where in the files that people write a leak stands: a finding in a page is of use with the line to mend."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from journey_site.guard.left_out import LeftOut
from journey_site.guard.letters import letters, readings
from journey_site.guard.search import Leak, Search
from journey_site.guard.unpacked import Member
from journey_site.problems import Span
from journey_site.site.markdown import plain

Key = tuple[str, Span | None]
"""A leak's sort and the place of what leaked, which are those of one secret, in whatever file it stands."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that people wrote: a file, or a stretch of one."""

    name: str
    """The file as messages name it."""
    text: str
    first: int = 1
    """The line in that file with which ``text`` begins."""


@dataclass(frozen=True)
class Sources:
    """The files that a site was made of."""

    made_of: Mapping[str, str] = field(default_factory=dict)
    """By file of the site, the name of the one that it was made of, where it was made of one."""
    text_of: Callable[[str], str | None] = lambda _: None
    """The text of a file by its name; None for what is no text."""
    loose: Callable[[], Iterable[Source]] = lambda: ()
    """What many pages may be made of: settings, templates, what the YAML of the edition says openly."""
    derived: frozenset[str] = frozenset()
    """Files of the site that are made of all its pages, such as the search's."""


def key_of(leak: Leak) -> Key:
    """What two leaks of one secret have in common."""
    return leak.sort, leak.place


def written_at(found: Iterable[Leak], left_out: LeftOut, sources: Sources) -> dict[Key, list[Span]]:
    """For each secret that leaked, the places in files that people write where it stands, sorted.

    A file of which nobody knows the line stands there with line 0.
    """
    search = Search(left_out)
    by_key: dict[Key, dict[str, Leak]] = {}
    for leak in found:
        by_key.setdefault(key_of(leak), {})[_on_disk(leak)] = leak
    read: dict[str, dict[Key, list[Span]] | None] = {}
    told: dict[Key, list[Span]] = {}
    loose: dict[Key, list[Span]] | None = None
    for key, files in by_key.items():
        places: set[Span] = set()
        no_line: set[Span] = set()
        unknown = False
        for file in files:
            name = sources.made_of.get(file)
            if name is None:
                unknown |= file not in sources.derived
                continue
            if name not in read:
                text = sources.text_of(name)
                read[name] = None if text is None else _spans([Source(name, text)], search)
            lines = read[name]
            if lines is None:
                places.add(Span(name, 0, 0))  # an archive, a picture
            elif key in lines:
                places.update(lines[key])
            else:
                no_line.add(Span(name, 0, 0))
        if unknown or no_line or not places:
            # It came into the pages from elsewhere.
            loose = _spans(sources.loose(), search) if loose is None else loose
            places.update(loose.get(key, ()))
        places = places or no_line
        told[key] = sorted(places)
    return told


def _on_disk(leak: Leak) -> str:
    return leak.file.partition(" (")[0]


def _spans(sources: Iterable[Source], search: Search) -> dict[Key, list[Span]]:
    """The lines of ``sources`` on which something stands that is left out, by what it is."""
    found: dict[Key, dict[Span, None]] = {}
    for source in sources:
        text = source.text.replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        for number, line in enumerate(lines, source.first):
            for leak in search.in_contents(Member(source.name, "", line.encode("utf-8", "replace"))):
                found.setdefault(key_of(leak), {})[Span(source.name, number)] = None
        # A text may go over several lines.
        for row, keys in _rows_in(text, source, search).items():
            for number in lines_of(row, lines):
                for key in keys:
                    found.setdefault(key, {})[Span(source.name, number + source.first - 1)] = None
    return {key: list(spans) for key, spans in found.items()}


def _rows_in(text: str, source: Source, search: Search) -> dict[str, set[Key]]:
    rows: dict[str, set[Key]] = {}
    for leak in search.in_contents(Member(source.name, "", text.encode("utf-8", "replace"))):
        if leak.row:
            rows.setdefault(leak.row, set()).add(key_of(leak))
    # As readers see it, which a link or emphasis within a word may make another text.
    for leak in search.in_contents(Member(source.name, "", plain(text).encode("utf-8", "replace"))):
        if leak.row:
            rows.setdefault(leak.row, set()).add(key_of(leak))
    return rows


def lines_of(row: str, lines: Iterable[str]) -> list[int]:
    """The lines, counted from 1, on which a row of letters begins wherever it stands in ``lines``."""
    lines = list(lines)
    for read in (letters, lambda line: readings(line.encode("utf-8", "replace"))[0], lambda line: letters(plain(line))):
        rows = [read(line) for line in lines]
        ends = list(accumulate(map(len, rows)))
        whole, found, at = "".join(rows), [], -1
        while row and (at := whole.find(row, at + 1)) >= 0:
            found.append(bisect_right(ends, at) + 1)
        if found:
            return sorted(set(found))
    return []
