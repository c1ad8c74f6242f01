"""The opportunities of a journey in one table, those with the most impact for the least effort first."""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.deck.lines import Lines, owner_lines, told
from journey_site.deck.look import BOTTOM, EDGE, ROOM, TOP
from journey_site.deck.rows import Row, cut
from journey_site.deck.slides import Slides
from journey_site.deck.titles import AddressOf, numbered
from journey_site.documents.journeys import Journey
from journey_site.site.addresses import thing_uri
from journey_site.site.views.map.conclusions import promising
from journey_site.site.voice import Voice

_SIZES = (13.0, 12.0, 11.0)
"""The type is as large as lets the table stand on one slide; where none does, it takes several at the smallest."""
_WIDTHS = (338.0, 140.0, 70.0, 70.0, 170.0, 100.0)
_EVERY = 100_000


def chance_slides(slides: Slides, journey: Journey, voice: Voice, address_of: AddressOf) -> None:
    """Every opportunity that is still open; nothing where there is none."""
    rows = list(_rows(journey, voice))
    if not rows:
        return
    _ = voice._
    title = _("Opportunities")
    heads = [told(each, voice) for each in (_("Opportunity"), _("Stage"), _("Impact"), _("Effort"), _("Owner"), _("State"))]
    for size in _SIZES:
        pages = cut(rows, _WIDTHS, size, BOTTOM - TOP - 30, labelled=False)
        if len(pages) == 1:
            break
    for line, page in numbered(told(title, voice), pages, voice):
        slide = slides.slide(line, address_of(thing_uri("journeys", journey.id)))
        named = _("%(title)s, the most impact for the least effort first") % {"title": line.words}
        slides.table(slide, EDGE, TOP, _WIDTHS, size, heads, page, named=named, labelled=False)


def _rows(journey: Journey, voice: Voice) -> Iterator[Row]:
    assert abs(sum(_WIDTHS) - ROOM) < 1
    for found in promising(journey, voice, _EVERY):
        chance = found.opportunity
        solved = [line.words for label in chance.solves for line in told(label.words, voice)]
        ends = told(voice._("would end: %(pains)s") % {"pains": voice.language.listed(solved)}, voice) if solved else ()
        where = told(found.stage or voice._("the whole journey"), voice)
        owner: Lines = owner_lines(chance.entry.owner, voice)
        yield Row(
            (
                (*told(chance.entry.words, voice, bold=True), *ends),
                where,
                _score(chance.impact, voice),
                _score(chance.effort, voice),
                owner,
                told(chance.entry.status_label, voice),
            )
        )


def _score(score: int | None, voice: Voice) -> Lines:
    return told(f"{score}/5" if score else "–", voice)
