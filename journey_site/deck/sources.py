"""The last slide: what the journey rests on, how sure it is, when it was checked, and of which day the deck is."""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.deck.lines import Lines, told
from journey_site.deck.look import BOTTOM, EDGE, ROOM, TOP
from journey_site.deck.rows import Row, cut
from journey_site.deck.slides import Slides
from journey_site.deck.titles import AddressOf, numbered
from journey_site.documents.journeys import Journey
from journey_site.documents.walk import within
from journey_site.site.addresses import thing_uri
from journey_site.site.views.map.journey import JourneyView
from journey_site.site.views.overview.assumed import claims_in, share_of
from journey_site.site.views.stage.claims import source_labels
from journey_site.site.voice import Voice

_SIZE = 14.0
_WIDTHS = (190.0, ROOM - 190.0)


def source_slides(slides: Slides, journey: Journey, view: JourneyView, voice: Voice, address_of: AddressOf) -> None:
    """What it all rests on."""
    title = voice._("What this rests on")
    address = address_of(thing_uri("journeys", journey.id))
    rows = list(_rows(journey, view, voice, address))
    for line, page in numbered(told(title, voice), cut(rows, _WIDTHS, _SIZE, BOTTOM - TOP - 36, voice._("continued")), voice):
        slide = slides.slide(line, address)
        slides.table(slide, EDGE, TOP, _WIDTHS, _SIZE, [told(view.title, voice)], page, named=line.words)


def _rows(journey: Journey, view: JourneyView, voice: Voice, address: str) -> Iterator[Row]:
    _ = voice._
    refs = tuple(dict.fromkeys((*journey.evidence, *(ref for part in within(journey) for ref in getattr(part, "evidence", ())))))
    sources = tuple(line for label in source_labels(refs, voice) for line in told(label.words, voice, aside=label.note, bullet=True))
    share = share_of(claims_in(journey), voice)
    counted = voice.language.ngettext("%(num)s thing is said about customers", "%(num)s things are said about customers", share.count)
    sure = told(counted % {"num": voice.language.number(share.count)} + ": " + share.words, voice) if share.count else ()
    review: Lines = (*told(view.review.words, voice), *told(view.review.last, voice))
    for label, lines in (
        (_("Evidence"), sources or told(_("No source is named."), voice)),
        (_("How sure it is"), sure),
        (_("Review"), review),
        (_("As it stood on"), told(voice.language.date(voice.atlas.today), voice)),
        (_("In the handbook"), told(address, voice)),
    ):
        if lines:
            yield Row((told(label, voice, bold=True), lines))
