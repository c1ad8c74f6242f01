"""Puts new stages into the text of a journey: behind or before another one, with nothing else moved."""

from __future__ import annotations

from collections.abc import Sequence as Several
from dataclasses import dataclass

from journey_site.edit.blocks import is_block, is_nothing
from journey_site.edit.edits import apply
from journey_site.problems import Edit, Span
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

_USUAL = 2
"""By how many spaces things are indented where nothing shows it."""


@dataclass(frozen=True, slots=True)
class NewStage:
    """A stage that is to be written."""

    id: str
    lines: tuple[str, ...] = ()
    """What stands under its id, each line without indentation."""


class NoPlace(ValueError):
    """The journey is written in a way in which no stage can be put in; the message says what to do."""


def stages_written(source: SourceText) -> list[str]:
    """The ids of the stages that a journey's file holds, in the order they stand in; those that names make are left out."""
    return [identity for identity, _, _ in _entries(_stages(source)[1])]


def with_stages(source: SourceText, stages: Several[NewStage], *, behind: str = "", before: str = "") -> str:
    """The text with ``stages`` behind or before one that stands in it, else behind the last.

    Raises:
        NoPlace: when the stages are written in brackets on one line, or there is no such stage.
    """
    key, held = _stages(source)
    lines = source.text.split("\n")
    if key is None or held is None:
        last = len(lines) if lines[-1].strip() else len(lines) - 1
        return _put(source, last, ["stages:", *_written(stages, _USUAL, _USUAL, dashes=False)])
    if is_nothing(held):
        column = key.span.column - 1 + _USUAL
        return _put(source, key.span.line, _written(stages, column, _USUAL, dashes=False))
    entries = _entries(held)
    if isinstance(held, Scalar) or not is_block(held, source) or not entries:
        name = stages[0].id
        raise NoPlace(f"its stages do not stand below each other: write the new one by hand, as {name}: and what is known of it")
    ids = [identity for identity, _, _ in entries]
    for wanted in (behind, before):
        if wanted and wanted not in ids:
            raise NoPlace(f'it has no stage "{wanted}": there are {", ".join(ids)}')
    dashes = isinstance(held, Sequence)
    first = entries[0][1]
    column = source.line(first.line).index("-") if dashes else first.column - 1
    text = _written(stages, column, _step(entries, column), dashes=dashes)
    if before:
        return _put(source, _begin(entries[ids.index(before)][1].line, lines), text)
    return _put(source, _end(entries[ids.index(behind) if behind else -1], column, lines), text)


def _stages(source: SourceText) -> tuple[Scalar | None, Node | None]:
    root, _ = parse_yaml(source)
    return (root.key("stages"), root.get("stages")) if isinstance(root, Mapping) else (None, None)


def _entries(held: Node | None) -> list[tuple[str, Span, Node]]:
    """Each stage's id, where it begins, and what it holds."""
    if isinstance(held, Mapping):
        return [(key.text, key.span, value) for key, value in held.entries]
    found = []
    for item in held.items if isinstance(held, Sequence) else ():
        named = item.get("id") if isinstance(item, Mapping) else item
        found.append((named.text if isinstance(named, Scalar) else "", item.span, item))
    return found


def _written(stages: Several[NewStage], column: int, step: int, *, dashes: bool) -> list[str]:
    outer, inner = " " * column, " " * (column + (2 if dashes else step))
    lines: list[str] = []
    for stage in stages:
        lines.append(f"{outer}- id: {stage.id}" if dashes else f"{outer}{stage.id}:")
        lines += [inner + line for line in stage.lines]
    return lines


def _put(source: SourceText, at: int, lines: list[str]) -> str:
    """The text with ``lines`` before its line ``at``, counted from 0."""
    whole = source.text.split("\n")
    if at < len(whole):
        return apply(source.text, [Edit(Span(source.file, at + 1, 1, at + 1, 1), "".join(f"{line}\n" for line in lines))])
    end = len(whole[-1].rstrip("\r")) + 1
    place = Span(source.file, len(whole), end, len(whole), end)
    return apply(source.text, [Edit(place, "".join(f"\n{line}" for line in lines) + "\n")])


def _step(entries: list[tuple[str, Span, Node]], column: int) -> int:
    """By how many spaces the fields of a stage are indented, as far as one shows it."""
    for _, begin, node in entries:
        if isinstance(node, Mapping) and node.entries and node.entries[0][0].span.line > begin.line:
            return max(1, node.entries[0][0].span.column - 1 - column)
    return _USUAL


def _begin(line: int, lines: list[str]) -> int:
    """The line, counted from 0, at which a stage begins: comments right above it are its own."""
    at = line - 1
    while at > 0 and lines[at - 1].lstrip().startswith("#") and _depth(lines[at - 1]) == _depth(lines[line - 1]):
        at -= 1
    return at


def _end(entry: tuple[str, Span, Node], column: int, lines: list[str]) -> int:
    """The line behind all that belongs to a stage: its own comments are deeper than its id, others are what follows's."""
    _, begin, value = entry
    place = value.span
    end = max(begin.line, place.end_line - 1 if place.end_column <= 1 else place.end_line)
    while end > begin.line and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    at = end
    while at < len(lines) and (not lines[at].strip() or (lines[at].lstrip().startswith("#") and _depth(lines[at]) > column)):
        at += 1
        end = at if lines[at - 1].strip() else end
    return end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
