"""What a deck says, line by line, each in its language, and how much room it takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.markdown import plain
from journey_site.site.views.entries import EntryView, OwnerView, Words
from journey_site.site.views.map.cells import CellView
from journey_site.site.views.used import MetricView
from journey_site.site.voice import Voice

_LONGEST = 420
"""Longer texts are cut between words into paragraphs, so that they can go on on the next slide."""
_LETTER = 0.53
"""How wide a letter is on the whole, as a share of the size of the type."""
LEADING = 1.2
PADDING = 8.0
"""What a cell keeps free above and below its words, together, in points."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide."""

    words: str
    language: str
    aside: str = ""
    """What stands behind it, more quietly: ``bad −1``."""
    bold: bool = False
    italic: bool = False
    bullet: bool = False
    quiet: bool = False


Lines = tuple[Line, ...]


def told(words: Words | None, voice: Voice, *, aside: str = "", bold: bool = False, italic: bool = False, bullet: bool = False) -> Lines:
    """``words`` as lines, in the language that they are in; nothing when there are none."""
    if not words:
        return ()
    language = voice.language.code
    if isinstance(words, Text):
        said = words.best(*voice.order)
        words, language = plain(said.words), said.language
    parts = _pieces(" ".join(words.split()))
    return tuple(
        Line(part, language, aside if at == len(parts) - 1 else "", bold, italic, bullet and at == 0) for at, part in enumerate(parts)
    )


def _pieces(words: str) -> list[str]:
    found = []
    while len(words) > _LONGEST:
        cut = words.rfind(" ", 1, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        found.append(words[:cut].rstrip())
        words = words[cut:].lstrip()
    return [*found, words] if words else found


def entry_lines(entries: Iterable[EntryView], voice: Voice, *, whole: bool, italic: bool = False) -> Lines:
    """Entries as a list; ``whole`` tells who, how bad and how sure, too."""
    found: list[Line] = []
    for entry in entries:
        about = [voice.words(label.words) if isinstance(label.words, Text) else label.words for label in entry.actors]
        if whole and entry.severity:
            about.append(voice._("severity %(n)s of 5") % {"n": entry.severity})
        if whole and entry.confidence_label:
            about.append(entry.confidence_label)
        found += told(entry.words, voice, aside=", ".join(about), bullet=True, italic=italic)
    return tuple(found)


def cell_lines(lane: str, cell: CellView, voice: Voice, *, whole: bool) -> Lines:
    """What stands in a cell of the map, line by line; ``whole`` says all that a stage's own slide says."""
    found: list[Line] = [*told(cell.text, voice)]
    if cell.waiting:
        found += told(voice._("%(time)s waiting") % {"time": cell.waiting}, voice)
    found += entry_lines(cell.entries, voice, whole=whole, italic=lane in ("thoughts", "questions"))
    for touchpoint in cell.touchpoints:
        about = [touchpoint.channel] if whole and touchpoint.channel else []
        said = [voice.words(each) if isinstance(each, Text) else each for each in about]
        said += [f"{touchpoint.face.label} {touchpoint.face.value}"] if touchpoint.face else []
        found += told(touchpoint.entry.words, voice, aside=", ".join(said), bullet=True)
    for content in cell.content:
        said = [content.type] if whole and content.type else []
        said += [content.status_label] if content.status and (whole or content.status != "live") else []
        found += told(content.entry.words, voice, aside=", ".join(said), bullet=True)
    for chance in cell.opportunities:
        found += told(chance.entry.words, voice, aside=chance.entry.status_label if whole else "", bullet=True)
    for metric in cell.metrics:
        found += metric_lines(metric, voice)
    for label in cell.labels:
        found += told(label.words, voice, bullet=True)
    if cell.score:
        found += told(f"{cell.score}/5", voice)
    for words, score in cell.scores:
        found += told(words, voice, aside=f"{score}/5", bullet=True)
    if cell.owner:
        found += owner_lines(cell.owner, voice)
    return tuple(found)


def metric_lines(metric: MetricView, voice: Voice) -> Lines:
    """A metric with its value, its target and whether that is reached."""
    unit = voice.words(metric.unit) if isinstance(metric.unit, Text) else metric.unit
    value = " ".join(part for part in (metric.value or voice._("not measured"), unit if metric.value else "") if part)
    target = voice._("target %(target)s") % {"target": metric.target} if metric.target else ""
    return told(metric.entry.words, voice, aside=", ".join(part for part in (value, target, metric.verdict_label) if part), bullet=True)


def owner_lines(owner: OwnerView | None, voice: Voice) -> Lines:
    """Who answers, or that nobody does."""
    return told(owner.words or owner.person, voice, aside=owner.person if owner.words else "") if owner else told(voice._("no owner"), voice)


def lane_label(lane: str, voice: Voice) -> str:
    """The usual name of a lane."""
    return voice._(vocabulary.LANES[lane][0])


def height_of(lines: Sequence[Line], width: float, size: float) -> float:
    """How high ``lines`` run at ``size`` in a column ``width`` wide, both in points: an estimate, as slides are not measured here."""
    return sum(_rows(line, width, size) for line in lines) * size * LEADING


def _rows(line: Line, width: float, size: float) -> int:
    letters = _letters(line.words) * (1.06 if line.bold else 1.0) + (_letters(line.aside) + 3 if line.aside else 0)
    held = max(4.0, (width - (10 if line.bullet else 0)) / (size * _LETTER))
    # Whole words go over, so that a row is seldom full.
    return max(1, ceil(letters / (held - min(4.0, held / 8))))


def _letters(words: str) -> float:
    """The number of letters, of which the wide ones of East Asia count nearly twice."""
    return sum(1.9 if unicodedata.east_asian_width(letter) in "WF" else 1.0 for letter in words)


def row_of(size: float) -> float:
    """How high a row with one line is."""
    return size * LEADING + PADDING
