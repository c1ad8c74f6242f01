"""What changed as Atom feeds: one of all, one for each persona, one for each department."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import groupby

from journey_site.documents.things import Thing
from journey_site.exchange.atom import Feed, FeedEntry, atom_feed
from journey_site.site.addresses import feed_uri, list_uri
from journey_site.site.pages import Site
from journey_site.site.recent_months import ToldChange
from journey_site.site.views.overview.recent import has_recent, in_groups, month_anchor, more_changes

Pieces = Callable[[], Iterable[bytes]]
_ENTRIES = 100
"""The newest so many are in a feed."""
_LINES = 40


def feed_files(site: Site, address_of: Callable[[str], str], home: str) -> dict[str, Pieces]:
    """The feeds of ``site`` by path; none without ``home``, the site's own whole address, which every entry needs."""
    voice = site.voice
    if not home or not voice.recent.fed or not has_recent(voice):
        return {}

    def make(uri: str, name: str, wanted: Callable[[ToldChange], bool]) -> Iterable[bytes]:
        title = voice._("Changes") if not name else voice._("Changes · %(name)s") % {"name": name}
        handbook = voice.words(voice.atlas.handbook.name)
        page = home + address_of(list_uri("changes"))
        entries = tuple(_entries(site, page, wanted))[:_ENTRIES]
        newest = max((entry.day for entry in entries), default=voice.recent.since or voice.atlas.today)
        return atom_feed(Feed(home + uri, page, f"{title} – {handbook}", handbook, voice.language.written, newest, entries))

    files: dict[str, Pieces] = {feed_uri(): partial(make, feed_uri(), "", lambda line: True)}
    for persona in voice.atlas.personas.values():
        uri = feed_uri("persona", persona.id)
        files[uri] = partial(make, uri, voice.words(persona.name), partial(_is_of, persona, "personas"))
    for department in voice.atlas.departments.values():
        uri = feed_uri("department", department.id)
        files[uri] = partial(make, uri, voice.words(department.name), partial(_is_of, department, "departments"))
    return files


def _is_of(thing: Thing, field: str, line: ToldChange) -> bool:
    """Whether a line concerns a persona or a department, whatever it was called then."""
    return not {thing.id, *thing.was}.isdisjoint(getattr(line, field))


def _entries(site: Site, page: str, wanted: Callable[[ToldChange], bool]) -> Iterable[FeedEntry]:
    """An entry for each thing that changed in a month, newest first."""
    voice = site.voice
    for month in voice.recent.months:
        found: list[FeedEntry] = []
        lines = in_groups((line for line in month.lines if wanted(line)), voice)
        for _, told in groupby(lines, lambda line: (line.kind, line.thing)):
            each = list(told)
            first = each[0]
            title = f"{first.who} · {first.name}" if first.kind == "journeys" and first.who else first.name
            words = [f"{line.stage_name}: {line.words}" if line.stage_name else line.words for line in each]
            if len(words) > _LINES:
                words[_LINES:] = [more_changes(len(words) - _LINES, voice)]
            day: date = max((line.day for line in each if line.day), default=month.last)
            found.append(FeedEntry(f"{page}#{month_anchor(month, first)}", title, day, tuple(words)))
        yield from sorted(found, key=lambda entry: entry.day, reverse=True)
