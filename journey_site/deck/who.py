"""Who makes the journey, and what it is about: the slides before the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from journey_site.deck.lines import Line, Lines, entry_lines, metric_lines, owner_lines, told
from journey_site.deck.look import BOTTOM, EDGE, ROOM, TOP, WIDE, on_white
from journey_site.deck.measure import height_of
from journey_site.deck.rows import Row, cut
from journey_site.deck.slides import Slides, describe
from journey_site.deck.titles import AddressOf, numbered
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Text
from journey_site.site.addresses import thing_uri
from journey_site.site.views.map.journey import JourneyView
from journey_site.site.views.people.person import PersonView
from journey_site.site.views.people.persona import persona_view
from journey_site.site.voice import Voice

Pictures = Callable[[str], bytes | None]
"""Gives a picture of the handbook by its path, where it is one that slides can show: JPEG or PNG."""
_SIZE = 14.0
_PORTRAIT = 150.0
_ASIDE = 230.0
"""The width of the column with the portrait."""
_SECTIONS = ("goals", "needs", "frustrations", "jobs")


def who_slides(slides: Slides, view: JourneyView, voice: Voice, pictures: Pictures, address_of: AddressOf) -> None:
    """One person with portrait, words and goals; several in a table, each with part and words; nobody for everyone's journey."""
    if len(view.people) == 1:
        _one(slides, view.people[0], voice, pictures, address_of)
    elif view.people:
        _several(slides, view, voice, address_of)


def _one(slides: Slides, person: PersonView, voice: Voice, pictures: Pictures, address_of: AddressOf) -> None:
    persona = persona_view(voice.atlas.personas[person.id], voice)
    left = EDGE + _ASIDE + 20
    wide = WIDE - EDGE - left
    quote = told(person.quote, voice, italic=True)
    said = height_of(quote, wide, 20) + 14 if quote else 0.0
    rows = [
        Row((told(section.title, voice, bold=True), entry_lines(section.entries, voice, whole=True)))
        for section in persona.sections
        if section.anchor in _SECTIONS
    ]
    widths = (140.0, wide - 140)
    pages = cut(rows, widths, _SIZE, BOTTOM - TOP - said - 40, voice._("continued")) or [[]]
    address = address_of(thing_uri("personas", person.id))
    for title, page in numbered(told(person.name, voice), pages, voice):
        slide = slides.slide(title, address)
        _portrait(slides, slide, person, voice, pictures)
        facts = (*(line for fact in person.facts for line in told(fact, voice)), *told(persona.segment, voice))
        slides.words(slide, (EDGE, TOP + _PORTRAIT + 14, _ASIDE, BOTTOM - TOP - _PORTRAIT - 30), facts, _SIZE)
        if quote:
            slides.words(slide, (left, TOP, wide, said), _quoted(quote, voice), 20, colour=on_white(person.colour))
        if page:
            about = voice._("Who it is about")
            slides.table(slide, left, TOP + said, widths, _SIZE, [told(about, voice)], page, named=f"{about}: {voice.words(person.name)}")


def _quoted(quote: Lines, voice: Voice) -> Lines:
    """A quotation between the marks that its language uses."""
    before, after = voice._("“"), voice._("”")
    words = [line.words for line in quote]
    words[0] = before + words[0]
    words[-1] += after
    return tuple(Line(each, line.language, italic=True) for each, line in zip(words, quote, strict=True))


def _portrait(slides: Slides, slide: Any, person: PersonView, voice: Voice, pictures: Pictures) -> None:
    """The picture, cut to a square; where there is none that slides can show, initials on the person's colour."""
    name = voice.words(person.name)
    alt = voice.words(person.portrait_alt) if isinstance(person.portrait_alt, Text) else person.portrait_alt
    place = (WIDE - EDGE - _PORTRAIT if slides.rtl else EDGE, TOP)
    found = pictures(person.portrait) if person.portrait else None
    if found:
        try:
            picture = slide.shapes.add_picture(BytesIO(found), Pt(place[0]), Pt(place[1]))
        except (OSError, ValueError, SyntaxError):
            found = None  # it says that it is a picture, and cannot be read as one
        else:
            wide, high = picture.width, picture.height
            over = abs(wide - high) / max(wide, high) / 2
            if wide > high:
                picture.crop_left = picture.crop_right = over
            else:
                picture.crop_top, picture.crop_bottom = 0, 2 * over  # a face is rather above the middle
            picture.width = picture.height = Pt(_PORTRAIT)
            describe(picture, name, alt or name)
    if not found:
        shape = slide.shapes.add_shape(MSO_SHAPE.OVAL, Pt(place[0]), Pt(place[1]), Pt(_PORTRAIT), Pt(_PORTRAIT))
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(on_white(person.colour))
        shape.line.fill.background()
        shape.shadow.inherit = False
        describe(shape, name, name)
        slides.fill(shape, (Line(person.initials, voice.language.code, bold=True),), 48)


def _several(slides: Slides, view: JourneyView, voice: Voice, address_of: AddressOf) -> None:
    _ = voice._
    heads = [told(each, voice) for each in (_("Who"), _("In their words"), _("What they want"))]
    rows = []
    for person in view.people:
        part = ", ".join(each for each in (person.part, _("may say no") if person.veto else "") if each)
        facts = tuple(line for fact in person.facts for line in told(fact, voice))
        goals = voice.atlas.personas[person.id].goals
        wanted = tuple(line for goal in goals[:3] for line in told(goal.text, voice, bullet=True))
        name = (*told(person.name, voice, bold=True), *told(part, voice), *facts)
        quote = told(person.quote, voice, italic=True)
        rows.append(Row((name, _quoted(quote, voice) if quote else (), wanted)))
    widths = (ROOM * 0.3, ROOM * 0.35, ROOM * 0.35)
    title = _("Who it is about")
    for line, page in numbered(told(title, voice), cut(rows, widths, 13, BOTTOM - TOP - 34, _("continued")), voice):
        slide = slides.slide(line, address_of(thing_uri("journeys", view.id)))
        slides.table(slide, EDGE, TOP, widths, 13, heads, page, named=title)


def whole_slides(slides: Slides, journey: Journey, view: JourneyView, voice: Voice, address_of: AddressOf) -> None:
    """What concerns the whole journey: how it begins and ends, how long it takes, who answers."""
    widths = (150.0, ROOM - 150)
    title = voice._("The whole journey")
    rows = list(_facts(journey, view, voice))
    if len(rows) < 2:
        return  # who answers is told of every stage
    pages = cut(rows, widths, _SIZE, BOTTOM - TOP - 34, voice._("continued"))
    for line, page in numbered(told(title, voice), pages, voice):
        slide = slides.slide(line, address_of(thing_uri("journeys", view.id)))
        slides.table(slide, EDGE, TOP, widths, _SIZE, [told(view.title, voice)], page, named=f"{title}: {voice.words(view.title)}")


def _facts(journey: Journey, view: JourneyView, voice: Voice) -> Iterator[Row]:
    _ = voice._
    time = ", ".join(part for part in (view.total_time, view.total_waiting) if part)
    metrics = tuple(line for metric in view.metrics for line in metric_lines(metric, voice))
    for label, lines in (
        (_("In short"), told(view.summary, voice)),
        (_("Scenario"), told(view.scenario, voice)),
        (_("Begins when"), told(view.trigger, voice)),
        (_("Expects"), entry_lines(view.expectations, voice, whole=True)),
        (_("Ends well when"), told(view.outcome, voice)),
        (_("Total time"), told(time, voice)),
        (_("Pains"), entry_lines(view.pains, voice, whole=True)),
        (_("Gains"), entry_lines(view.gains, voice, whole=True)),
        (_("What we do"), entry_lines(view.activities, voice, whole=True)),
        (_("Metrics"), metrics),
        (_("Stage model"), told(view.model.words, voice) if view.model else ()),
        (_("Owner"), owner_lines(view.owner, voice)),
        (_("Note"), told(journey.note, voice)),
    ):
        if lines:
            yield Row((told(label, voice, bold=True), lines))


