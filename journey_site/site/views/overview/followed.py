"""Where a page's readers can follow what changes: the feeds of all, of a persona, of a department."""

from __future__ import annotations

from journey_site.documents.things import Thing
from journey_site.site.addresses import NO_LINK, Link, feed_uri
from journey_site.site.views.entries import Labelled
from journey_site.site.views.overview.recent import has_recent
from journey_site.site.voice import Voice

_OWN = {"personas": "persona", "departments": "department"}
"""The kinds of things with feeds of their own, and what their feeds are called by in the address."""
_OF_ALL = ("start", "changes")
"""Pages that lead to the feed of everything."""


def own_feed(kind: str, thing: Thing, voice: Voice) -> Link:
    """The feed of a persona or a department; no link where there are none, which a site without an address of its own has not."""
    if not voice.recent.fed or not has_recent(voice) or kind not in _OWN:
        return NO_LINK
    return Link(feed_uri(_OWN[kind], thing.id))


def feeds_of(template: str, kind: str, thing: Thing | None, voice: Voice) -> tuple[Labelled, ...]:
    """The feeds to which a page's head leads, its own first, each with its title."""
    if not voice.recent.fed or not has_recent(voice):
        return ()
    handbook = voice.words(voice.atlas.handbook.name)
    everything = Labelled(f"{voice._('Changes')} – {handbook}", Link(feed_uri()))
    if template in _OF_ALL:
        return (everything,)
    if thing is None or kind not in _OWN:
        return ()
    title = voice._("Changes · %(name)s") % {"name": voice.words(thing.name)}
    return (Labelled(f"{title} – {handbook}", own_feed(kind, thing, voice)), everything)
