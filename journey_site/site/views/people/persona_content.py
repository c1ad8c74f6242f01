"""What a persona finds to read, watch or use along the way, for its own page."""

from __future__ import annotations

from journey_site.documents.things import Persona
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.entries import Labelled
from journey_site.site.views.overview.content_gaps import content_for, stages_of
from journey_site.site.views.overview.content_matrix import has_content_matrix
from journey_site.site.views.overview.content_room import rows_shown
from journey_site.site.voice import Voice


def content_along(persona: Persona, voice: Voice) -> Labelled | None:
    """In how many stages ``persona`` finds nothing, with its row in the matrix; None without stages or content."""
    stages = stages_of(persona.id, voice)
    if not stages or not has_content_matrix(voice):
        return None
    number, ngettext = voice.language.number, voice.language.ngettext
    lacking = sum(not any(there for _, there in content_for(persona.id, stage, voice)) for _, stage in stages)
    told = {"num": number(lacking), "of": number(len(stages))}
    if lacking:
        words = ngettext("There is nothing in %(num)s of %(of)s stage.", "There is nothing in %(num)s of %(of)s stages.", len(stages))
    else:
        words = ngettext("There is something in the one stage.", "There is something in each of %(of)s stages.", len(stages))
    link = Link(list_uri("content-matrix"), rows_shown(voice).get(persona.id, ""))
    return Labelled(words % told, link, vocabulary.CONTENT_MATRIX[1])
