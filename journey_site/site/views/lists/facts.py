"""The small facts that several kinds of thing have: who owns it, where it is, what backs it."""

from __future__ import annotations

from journey_site.documents.items import Common
from journey_site.site.addresses import Link
from journey_site.site.views.entries import owner_view, refs_labels
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.tables import Cell, Fact
from journey_site.site.voice import Voice


def owner_fact(thing: Common, voice: Voice) -> Fact:
    """Who answers for it, or that nobody does."""
    return Fact(voice._("Owner"), rows.owner_cell(owner_view(thing.owner, voice), voice))


def sources_fact(thing: Common, voice: Voice) -> Fact:
    """What backs it."""
    return Fact(voice._("Evidence"), Cell(labels=refs_labels(thing.evidence, voice)))


def url_fact(thing: Common, voice: Voice) -> Fact:
    """Where it is to be seen."""
    return Fact(voice._("Address"), Cell(thing.url, Link(elsewhere=thing.url)) if thing.url else Cell())


def used_in(count: int, voice: Voice) -> str:
    """In how many stages it is used, as a sentence."""
    if not count:
        return voice._("No journey uses it yet.")
    words = voice.language.ngettext("Used in %(num)s stage.", "Used in %(num)s stages.", count)
    return words % {"num": voice.language.number(count)}
