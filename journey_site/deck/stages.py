"""A slide for each stage: what the customer lives through on the left, what we do about it on the right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from journey_site.deck.lines import Lines, cell_lines, lane_label, owner_lines, told
from journey_site.deck.look import BOTTOM, EDGE, ROOM, TOP
from journey_site.deck.map_tables import felt, head_lines
from journey_site.deck.measure import height_of
from journey_site.deck.rows import Row, cut
from journey_site.deck.slides import Slides
from journey_site.deck.titles import AddressOf, numbered
from journey_site.documents.journeys import Journey
from journey_site.site.addresses import stage_uri
from journey_site.site.views.map.journey import JourneyView
from journey_site.site.views.stage.stage import StageView, stage_view
from journey_site.site.voice import Voice

CUSTOMERS = ("goal", "thoughts", "questions", "actions", "feelings", "moment_of_truth", "pains", "gains", "evidence_shown")
"""The lanes that tell of the customer; all others tell of us."""
_IN_FACTS = ("duration", "emotion", "owner", "departments")
"""What stands above or below the lanes."""
_SIZES = (16.0, 14.0, 13.0, 12.0, 11.0, 10.5)
"""The type of a stage's slide: as large as lets it stand on one; where none does, it takes several at a size between."""
_SEVERAL = 12.0
_NAME = 8.8
"""How wide the names of lanes are, in sizes of the type: room for a long word."""
_GAP = 18.0


def stage_slides(slides: Slides, journey: Journey, view: JourneyView, voice: Voice, address_of: AddressOf) -> None:
    """The stages one after the other."""
    for at in range(len(journey.stages)):
        _stage(slides, journey, view, at, voice, address_of)


def _stage(slides: Slides, journey: Journey, view: JourneyView, at: int, voice: Voice, address_of: AddressOf) -> None:
    stage = stage_view(journey, journey.stages[at], voice)
    half = (ROOM - _GAP) / 2
    facts = _facts(journey, stage, at, voice)
    above = height_of(facts, ROOM, 13) + 10 if facts else 0.0
    room = BOTTOM - TOP - above - 32
    sides = [
        (voice._("What the customer lives through"), EDGE, list(_theirs(view, stage, at, voice)) or [_silence(stage, voice)]),
        (voice._("What we do about it"), EDGE + half + _GAP, list(_ours(view, stage, at, voice))),
    ]
    for size in (*_SIZES, _SEVERAL):
        widths = (_NAME * size, half - _NAME * size)
        pages = [cut(rows, widths, size, room, voice._("continued")) for _title, _left, rows in sides]
        if max(map(len, pages)) <= 1:
            break
    together = list(zip_longest(*pages, fillvalue=[]))
    title = head_lines(view.heads[at], voice)
    for line, parts in numbered(title, together, voice):
        slide = slides.slide(line, address_of(stage_uri(journey.id, stage.id)))
        slides.words(slide, (EDGE, TOP, ROOM, above), facts, 13)
        for (named, left, _rows), part in zip(sides, parts, strict=True):
            if part:
                slides.table(slide, left, TOP + above, widths, size, [told(named, voice)], part, named=f"{line.words}: {named}")


def _facts(journey: Journey, stage: StageView, at: int, voice: Voice) -> Lines:
    """A line of facts, and what the stage is about in a sentence."""
    _ = voice._
    feels = ", ".join(f"{line.words} {line.aside}".strip() for line in felt(journey, at, voice))
    known = stage.face is not None or bool(stage.moods)
    said = (
        stage.duration,
        _("%(time)s waiting") % {"time": stage.waiting} if stage.waiting else "",
        _("how it feels: %(face)s") % {"face": feels} if known else _("nobody knows yet how it feels"),
        _("moment of truth") if stage.moment else "",
        _("may be skipped") if stage.optional else "",
        _("may happen again") if stage.repeatable else "",
    )
    empty = told(_("Nothing is written about this stage yet."), voice) if stage.blank else ()
    return (*told(stage.summary, voice), *empty, *told(" · ".join(part for part in said if part), voice, bold=True))


def _theirs(view: JourneyView, stage: StageView, at: int, voice: Voice) -> Iterator[Row]:
    for row in view.rows:
        if row.lane == "moment_of_truth" and stage.moment_text is None:
            continue  # that it is one stands among the facts
        if row.lane in CUSTOMERS and (lines := cell_lines(row.lane, row.cells[at], voice, whole=True)):
            yield Row((told(stage.headings.get(row.lane, row.label), voice, bold=True), lines))


def _silence(stage: StageView, voice: Voice) -> Row:
    """That nobody has said anything of the customer: a gap is shown, and nothing stands in for it."""
    label = stage.headings.get("thoughts", lane_label("thoughts", voice))
    return Row((told(label, voice, bold=True), told(voice._("unknown"), voice)))


def _ours(view: JourneyView, stage: StageView, at: int, voice: Voice) -> Iterator[Row]:
    for row in view.rows:
        if row.divider or row.lane in CUSTOMERS or row.lane in _IN_FACTS:
            continue
        if lines := cell_lines(row.lane, row.cells[at], voice, whole=True):
            yield Row((told(row.label, voice, bold=True), lines))
    others = [line.words for each in stage.departments for line in told(each.words, voice)]
    beside = told(voice._("with %(departments)s") % {"departments": voice.language.listed(others)}, voice) if others else ()
    if whose := (*owner_lines(stage.owner, voice), *beside):
        yield Row((told(lane_label("owner", voice), voice, bold=True), whose))
