"""When something was checked, as a short sentence, and how long ago is too long."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.reviews import Review, review_of
from journey_site.documents.documents import KINDS
from journey_site.documents.things import Thing
from journey_site.site.addresses import NO_LINK, Link, list_uri, review_anchor
from journey_site.site.voice import Voice

_KIND_OF = {model: kind for kind, model in KINDS.items()}


@dataclass(frozen=True, slots=True)
class ReviewView:
    """When something was checked, and whether that is too long ago."""

    date: str
    by: str
    overdue_days: int
    words: str
    """The whole as a short sentence; empty where it was never checked and readers need not know."""
    last: str = ""
    """When it was, and by whom, where ``words`` say how late it is."""
    queue: Link = NO_LINK
    """Its line in the queue of reviews, where it is overdue."""


def review_view(thing: Thing, voice: Voice) -> ReviewView:
    """When ``thing`` was checked, as a short sentence."""
    return _review_words(review_of(thing, voice.atlas), thing, voice)


def _review_words(review: Review, thing: Thing, voice: Voice) -> ReviewView:
    _, ngettext = voice._, voice.language.ngettext
    if review.reviewed is None:
        return ReviewView("", "", 0, _("never reviewed") if voice.upkeep else "")
    day = voice.language.date(review.reviewed)
    words = (_("reviewed %(date)s by %(who)s") if review.by else _("reviewed %(date)s")) % {"date": day, "who": review.by}
    if not review.overdue:
        return ReviewView(day, review.by, 0, words)
    late = ngettext("review %(num)s day overdue", "review %(num)s days overdue", review.overdue_days)
    # What is retired is in no queue.
    queue = NO_LINK if thing.publish == "retired" else Link(list_uri("review"), review_anchor(_KIND_OF[type(thing)], thing.id))
    return ReviewView(
        day, review.by, review.overdue_days, late % {"num": voice.language.number(review.overdue_days)}, words, queue
    )
