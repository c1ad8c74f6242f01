"""The map as tables: lanes down, stages across, over as many slides as it takes to be read."""

from __future__ import annotations

from itertools import pairwise

from journey_site.atlas.mood import lowest_in
from journey_site.deck.lines import Line, Lines, cell_lines, told
from journey_site.deck.look import BOTTOM, EDGE, FACES, ROOM, TOP
from journey_site.deck.rows import Row, cut
from journey_site.deck.slides import Slides
from journey_site.deck.titles import AddressOf, numbered
from journey_site.documents.journeys import Journey
from journey_site.site.addresses import thing_uri
from journey_site.site.views.entries import face_of
from journey_site.site.views.map.grid import HeadView, RowView
from journey_site.site.views.map.journey import JourneyView
from journey_site.site.views.people.person import short_name
from journey_site.site.voice import Voice

MOST = 6
"""How many stages stand beside each other on a slide."""
_SIZE = 11.0
_NAME = 108.0


def map_slides(slides: Slides, journey: Journey, view: JourneyView, voice: Voice, address_of: AddressOf) -> None:
    """The map of ``journey``, as its own lanes have it."""
    count = -(-len(view.heads) // MOST)
    cuts = [round(place * len(view.heads) / max(1, count)) for place in range(count + 1)]
    parts = []
    for first, last in pairwise(cuts):
        widths = (_NAME, *[(ROOM - _NAME) / (last - first)] * (last - first))
        heads = [told(voice._("Stage"), voice)]
        heads += [head_lines(head, voice) for head in view.heads[first:last]]
        every = [_row(row, journey, first, last, voice) for row in view.rows if not row.divider]
        rows = [row for row in every if any(row.cells[1:])]
        above = max((len(each) for each in heads), default=1) * _SIZE * 1.25 + 20
        parts += [(widths, heads, page) for page in cut(rows, widths, _SIZE, BOTTOM - TOP - above, voice._("continued"))]
    name = voice._("The map")
    for title, (widths, heads, page) in numbered(told(name, voice), parts, voice):
        slide = slides.slide(title, address_of(thing_uri("journeys", journey.id)))
        lanes = voice.language.listed([row.cells[0][0].words for row in page if row.cells[0]])
        slides.table(slide, EDGE, TOP, widths, _SIZE, heads, page, named=f"{title.words}: {lanes}")


def head_lines(head: HeadView, voice: Voice) -> Lines:
    """A stage's number and name."""
    name = told(head.name, voice)
    if head.number is None or not name:
        return name
    first = name[0]
    return (Line(f"{voice.language.number(head.number)}. {first.words}", first.language), *name[1:])


def _row(row: RowView, journey: Journey, first: int, last: int, voice: Voice) -> Row:
    label = told(row.label, voice, bold=True)
    if row.lane == "emotion":
        grounds = {}
        cells = []
        for at in range(first, last):
            stage = journey.stages[at]
            face = face_of(lowest_in(journey, stage), voice)
            cells.append(felt(journey, at, voice))
            if face and len(cells[-1]) == 1:
                grounds[at - first + 1] = FACES[face.level]
        return Row((label, *cells), grounds)
    return Row((label, *(cell_lines(row.lane, cell, voice, whole=False) for cell in row.cells[first:last])))


def felt(journey: Journey, at: int, voice: Voice) -> Lines:
    """How a stage feels, in words and numbers: to whoever it is for, or to each of several."""
    stage = journey.stages[at]
    found: list[Line] = []
    actors = stage.emotion.by_actor if stage.emotion else {}
    for actor in journey.personas if len(journey.personas) > 1 and actors else ():
        face = face_of(actors.get(actor, stage.emotion.value if stage.emotion else None), voice)
        if face:
            found += told(short_name(voice.words(voice.atlas.personas[actor].name)), voice, aside=f"{face.label} {face.value}")
    if found:
        return tuple(found)
    face = face_of(lowest_in(journey, stage), voice)
    return told(f"{face.label} {face.value}" if face else voice._("unknown"), voice)
