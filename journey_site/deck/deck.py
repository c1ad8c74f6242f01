"""A journey as a presentation: who, the map, the curve, a slide for each stage, opportunities, and what it rests on."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

from journey_site.deck.chances import chance_slides
from journey_site.deck.curve import curve_slide
from journey_site.deck.lines import Line, told
from journey_site.deck.look import look_of
from journey_site.deck.map_tables import map_slides
from journey_site.deck.same_bytes import packed
from journey_site.deck.slides import Slides, tag_of
from journey_site.deck.sources import source_slides
from journey_site.deck.stages import stage_slides
from journey_site.deck.titles import AddressOf
from journey_site.deck.who import Pictures, who_slides, whole_slides
from journey_site.documents.journeys import Journey
from journey_site.site.addresses import thing_uri
from journey_site.site.views.map.journey import journey_view
from journey_site.site.voice import Voice


def deck_of(journey: Journey, voice: Voice, pictures: Pictures, address_of: AddressOf, edition: str = "") -> tuple[bytes, int]:
    """The deck of ``journey`` as a file, told by ``voice``, with the number of its slides.

    ``pictures`` gives portraits, ``address_of`` the address of a page by its source path. ``edition`` is what each
    slide says of whom it is for. The same source gives the same bytes.
    """
    view = journey_view(journey, voice)
    handbook = voice.words(voice.atlas.handbook.name)
    title = voice.words(journey.name)
    slides = Slides(
        look_of(voice.atlas.handbook.brand),
        voice.language.code,
        " · ".join(each for each in (handbook, title, edition) if each),
        voice._("In the handbook: %(address)s"),
        rtl=voice.language.direction == "rtl",
    )
    who = voice.language.listed([voice.words(person.name) for person in view.people]) or voice._("Everyone")
    about = [*told(who, voice), *told(view.state, voice), *told(handbook, voice), *told(voice.language.date(voice.atlas.today), voice)]
    about += told(edition, voice)
    name = told(journey.name, voice) or (Line(journey.id, voice.language.code),)
    slides.cover(name[0], tuple(about), address_of(thing_uri("journeys", journey.id)))
    who_slides(slides, view, voice, pictures, address_of)
    whole_slides(slides, journey, view, voice, address_of)
    map_slides(slides, journey, view, voice, address_of)
    curve_slide(slides, journey, view, voice, address_of)
    stage_slides(slides, journey, view, voice, address_of)
    chance_slides(slides, journey, voice, address_of)
    source_slides(slides, journey, view, voice, address_of)
    slides.finish()
    _sign(slides, title, handbook, voice)
    out = BytesIO()
    slides.deck.save(out)
    return packed(out.getvalue(), voice.atlas.today), len(slides.deck.slides)


def _sign(slides: Slides, title: str, handbook: str, voice: Voice) -> None:
    about = slides.deck.core_properties
    about.title, about.author, about.subject, about.keywords = title[:250], handbook[:250], "", ""
    about.language, about.last_modified_by, about.revision = tag_of(voice.language.code), "", 1
    about.created = about.modified = datetime.combine(voice.atlas.today, time())
