"""What a deck says, line by line, each in its language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.markdown import plain
from journey_site.site.views.entries import EntryView, OwnerView, Words
from journey_site.site.views.map.cells import CellView
from journey_site.site.views.people.person import short_name
from journey_site.site.views.used import MetricView
from journey_site.site.voice import Voice

_LONGEST = 420
"""Longer texts are cut between words into paragraphs, so that they can go on on the next slide."""


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
    goes_on: bool = False
    """Whether it goes on with the entry of a list that begins in the paragraph before."""


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
        Line(part, language, aside if at == len(parts) - 1 else "", bold, italic, bullet and at == 0, bullet and at > 0)
        for at, part in enumerate(parts)
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
        about = [short_name(voice.words(label.words) if isinstance(label.words, Text) else label.words) for label in entry.actors]
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
        feels = f"{touchpoint.face.label} {touchpoint.face.value}" if touchpoint.face else ""
        found += told(touchpoint.entry.words, voice, aside=feels, bullet=True)
    for content in cell.content:
        wanting = content.status_label if content.status != "live" else ""
        found += told(content.entry.words, voice, aside=wanting, bullet=True)
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
    """Who answers, or to those who keep the handbook that nobody does."""
    return told(owner.words or owner.person, voice, aside=owner.person if owner.words else "") if owner else told(voice.no_owner, voice)


def lane_label(lane: str, voice: Voice) -> str:
    """The usual name of a lane."""
    return voice._(vocabulary.LANES[lane][0])
