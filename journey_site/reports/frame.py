"""A code frame: the line that a problem stands on, with a caret under the value, as it looks on a screen."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.problems import Span
from journey_site.reports.sources import Sources
from journey_site.reports.visible import ODD_SPACES, Cell, cells, cut, written_out

_DOTS = "…"


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of a file and what is marked on it; both may be printed as they are."""

    number: int
    """The line's number in the file."""
    line: str
    before: int
    """How many columns stand before what is marked."""
    marked: int
    """How many columns are marked, one at least."""

    def marks(self, sign: str = "^") -> str:
        """The line to print below."""
        return " " * self.before + sign * self.marked


def frame(span: Span, sources: Sources, room: int) -> Frame | None:
    """The frame of ``span``, cut to ``room`` columns around the value; None where there is nothing to see.

    Of a value over several lines the first one is shown.
    """
    line = sources.line(span)
    if line is None or not line.strip(" \t"):
        return None
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip(" \t"))
    # A hostile line has a million letters: those that cannot come into view are not looked at.
    first = max(0, start - 2 * room)
    last = min(len(line), start + 2 * room)
    seen = cells(line[first:last].rstrip(" \t")) or [Cell(" ", 1)]
    start, end = min(start - first, len(seen)), min(max(end, start + 1) - first, len(seen))
    indent = len(line) - len(line.lstrip()) - first
    for at, letter in enumerate(line[first : first + len(seen)]):
        # Elsewhere in a text such a blank may be meant; here it is what nobody could see.
        if letter in ODD_SPACES and (at < indent or start <= at < end):
            seen[at] = written_out(letter)
    begin, stop = cut(seen, start, room)
    dots_before, dots_after = first + begin > 0, stop < len(seen) or last < len(line)
    head = _DOTS if dots_before else ""
    shown = head + "".join(cell.shown for cell in seen[begin:stop]) + (_DOTS if dots_after else "")
    before = len(head) + sum(cell.width for cell in seen[begin:start])
    marked = sum(cell.width for cell in seen[start : min(end, stop)])
    return Frame(span.line, shown, before, max(1, marked))


def frame_lines(span: Span, sources: Sources, room: int = 100) -> list[str]:
    """The frame as two lines with the line's number, for a page or a log; none where there is nothing to see."""
    found = frame(span, sources, room)
    if found is None:
        return []
    number = str(found.number)
    return [f"{number} | {found.line}", f"{' ' * len(number)} | {found.marks()}"]
