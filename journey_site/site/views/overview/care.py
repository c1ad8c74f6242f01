"""What needs care: each kind of gap once, how much of it there is, and where to begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journey_site.atlas.reviews import has_queue, review_of
from journey_site.documents.journeys import Journey
from journey_site.documents.things import Thing
from journey_site.sentence import NN_
from journey_site.site.addresses import Link, list_uri
from journey_site.site.views.entries import Labelled
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.choices import UNKNOWN
from journey_site.site.views.lists.facets import with_facets
from journey_site.site.views.lists.lists import list_tables
from journey_site.site.views.lists.pains_and_opportunities import SEVERE_UNSOLVED
from journey_site.site.views.lists.work import Row, found_under, narrowed, touchpoint_work
from journey_site.site.voice import Voice

NAMED = 2
"""How many of a kind are named."""


@dataclass(frozen=True, slots=True)
class CareView:
    """Something that needs care."""

    kind: str
    """``missing``, ``overdue``, ``never``, ``unmeasured``, ``pains`` or ``unowned``."""
    words: str
    link: Link
    icon: str
    named: tuple[Labelled, ...]
    """The first of them."""


def care_views(journeys: list[Journey], voice: Voice) -> tuple[CareView, ...]:
    """What needs care in the atlas, only where there is something, and for those who take care of it."""
    if not voice.upkeep:
        return ()
    kinds: tuple[Callable[[list[Journey], Voice], Iterator[CareView]], ...] = (
        _missing, _overdue, _never, _pains, _unowned, _unmeasured,
    )  # fmt: skip
    return tuple(view for kind in kinds for view in kind(journeys, voice))


def _counted(one: str, many: str, count: int, voice: Voice) -> str:
    return voice.language.ngettext(one, many, count) % {"num": voice.language.number(count)}


def _missing(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    found, link = _listed("content", "state", "missing", voice)
    if found:
        words = _counted(*NN_("%(num)s piece of content is missing", "%(num)s pieces of content are missing"), len(found), voice)
        named = tuple(Labelled(row[0].words, row[0].link) for row in found[:NAMED])
        yield CareView("missing", words, link, "material/file-alert-outline", named)


def _overdue(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    late: list[tuple[int, str, Thing]] = []
    for kind, thing in voice.atlas.things():
        days = review_of(thing, voice.atlas).overdue_days
        if days and thing.publish != "retired":
            late.append((days, kind, thing))
    if not late:
        return
    late.sort(key=lambda each: -each[0])
    words = _counted(*NN_("%(num)s review is overdue", "%(num)s reviews are overdue"), len(late), voice)
    named = tuple(
        Labelled(thing.name, voice.link_to(kind, thing), note=_counted(*NN_("%(num)s day", "%(num)s days"), late_by, voice))
        for late_by, kind, thing in late[:NAMED]
    )
    yield CareView("overdue", words, Link(list_uri("review")), "material/calendar-alert", named)


def _never(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    never = [journey for journey in journeys if journey.reviewed is None]
    if never:
        words = _counted(*NN_("%(num)s journey was never reviewed", "%(num)s journeys were never reviewed"), len(never), voice)
        named = tuple(Labelled(each.name, voice.link_to("journeys", each)) for each in never[:NAMED])
        yield CareView("never", words, Link(list_uri("review" if has_queue(voice.atlas) else "journeys")), "material/calendar-question", named)


def _pains(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    found, link = _listed("pains", "severity", SEVERE_UNSOLVED, voice)
    if found:
        words = _counted(*NN_("%(num)s severe pain has no answer", "%(num)s severe pains have no answer"), len(found), voice)
        yield CareView("pains", words, link, "material/alert-circle-outline", _places(found, voice))


def _unowned(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    found, link = _listed("opportunities", "owner", UNKNOWN, voice)
    if found:
        words = _counted(*NN_("%(num)s opportunity has no owner", "%(num)s opportunities have no owner"), len(found), voice)
        yield CareView("unowned", words, link, "material/account-question-outline", _places(found, voice))


def _places(found: list[Row], voice: Voice) -> tuple[Labelled, ...]:
    """Where the first of the rows stand, each stage once; with its journey where two stages have one name."""
    places = list({row[1].link: row[1] for row in found if row[1].link}.values())[:NAMED]
    alike = len({place.words for place in places}) < len(places)
    return tuple(Labelled(place.words, place.link, note=rows.said(place.note, voice) if alike else "") for place in places)


def _listed(kind: str, facet: str, value: str, voice: Voice) -> tuple[list[Row], Link]:
    """What the list of a kind holds of it, and the list narrowed to that, so that both say the same number."""
    tables = with_facets(list_tables(kind, voice), voice)
    found = found_under(tables, facet, value, voice)
    return found, narrowed(next((table.facets for table in tables), ()), facet, value, list_uri(kind)) or Link(list_uri(kind))


def _unmeasured(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    """As the list of touchpoints tells it."""
    tables = list_tables("touchpoints", voice)
    facets = next((table.facets for table in with_facets(tables, voice)), ())
    for work in touchpoint_work(tables, facets, list_uri("touchpoints"), voice):
        if work.kind == "measure":
            link = work.link or Link(list_uri("touchpoints"))
            yield CareView("unmeasured", work.words, link, work.icon, work.named[:NAMED])
