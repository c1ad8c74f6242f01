"""Where a new stage goes in the text of a journey: behind another one, with nothing else moved."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.problems import Span
from journey_site.source.text import SourceText
from journey_site.source.yaml import Mapping, Node, parse_yaml


@dataclass(frozen=True, slots=True)
class StagePlace:
    """Before which line the new stage's lines go, and how deep they stand."""

    line: int
    """Counted from 0; the number of lines is the file's end."""
    indent: int
    step: int


class NoPlace(ValueError):
    """The journey is written in a way in which no stage can be put in; the message says what to do."""


def stage_place(source: SourceText, after: str = "") -> StagePlace:
    """The place behind the stage ``after``, or behind the last.

    Raises:
        NoPlace: when the stages are written in braces or as a list, or there is no such stage.
    """
    root, _ = parse_yaml(source)
    stages = root.get("stages") if isinstance(root, Mapping) else None
    key = root.key("stages") if isinstance(root, Mapping) else None
    lines = source.text.split("\n")
    if key is None or stages is None:
        raise NoPlace("it has no stages: write stages: first")
    if not isinstance(stages, Mapping) or not stages.entries or _in_braces(stages, lines):
        raise NoPlace("its stages do not stand below each other, each with its id and a colon: write the new one by hand")
    names = [name.text for name, _ in stages.entries]
    if after and after not in names:
        raise NoPlace(f'it has no stage "{after}": there are {", ".join(names)}')
    at = names.index(after) if after else len(names) - 1
    first = stages.entries[0][0].span
    return StagePlace(_end(stages.entries[at], lines), first.column - 1, _step(stages, first))


def _in_braces(stages: Mapping, lines: list[str]) -> bool:
    place = stages.span
    return lines[place.line - 1][place.column - 1 : place.column] == "{"


def _step(stages: Mapping, first: Span) -> int:
    """By how many spaces the fields of a stage are indented, as far as one shows it."""
    for _, node in stages.entries:
        if isinstance(node, Mapping) and node.entries and node.entries[0][0].span.line > first.line:
            return max(1, node.entries[0][0].span.column - first.column)
    return 2


def _end(entry: tuple[Node, Node], lines: list[str]) -> int:
    """The line behind all that belongs to an entry: comments and empty lines behind it belong to what follows."""
    key, value = entry
    place = value.span
    end = max(key.span.line, place.end_line - 1 if place.end_column <= 1 else place.end_line)
    while end > key.span.line and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end
