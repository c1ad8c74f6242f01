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
from journey_site.site.views.lists.facets import with_facets
from journey_site.site.views.lists.lists import list_tables
from journey_site.site.views.lists.work import touchpoint_work
from journey_site.site.voice import Voice

NAMED = 2
"""How many of a kind are named."""
SEVERE = 4


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
    """What needs care in the atlas, only where there is something."""
    kinds: tuple[Callable[[list[Journey], Voice], Iterator[CareView]], ...] = (
        _missing, _overdue, _never, _pains, _unowned, _unmeasured,
    )  # fmt: skip
    return tuple(view for kind in kinds for view in kind(journeys, voice))


def _counted(one: str, many: str, count: int, voice: Voice) -> str:
    return voice.language.ngettext(one, many, count) % {"num": voice.language.number(count)}


def _missing(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    missing = [Labelled(thing.name, voice.link_to("content", thing)) for thing in voice.atlas.content.values()
               if thing.status == "missing" and thing.publish != "retired"]  # fmt: skip
    for use in voice.uses.inline_content:
        if getattr(use.entry, "status", "") == "missing" and use.place.stage:
            name = getattr(use.entry, "name", None) or ""
            missing.append(Labelled(name, voice.stage_link(use.place.journey, use.place.stage, "content")))
    if missing:
        words = _counted(*NN_("%(num)s piece of content is missing", "%(num)s pieces of content are missing"), len(missing), voice)
        yield CareView("missing", words, Link(list_uri("content")), "material/file-alert-outline", tuple(missing[:NAMED]))


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
    uses = voice.uses
    solved = {(use.place.journey.id, ref) for use in uses.opportunities for ref in getattr(use.entry, "solves", ())}
    alone = [use for use in uses.pains
             if (use.entry.severity or 0) >= SEVERE and (use.place.journey.id, use.entry.id) not in solved]  # fmt: skip
    if alone:
        words = _counted(*NN_("%(num)s severe pain has no answer", "%(num)s severe pains have no answer"), len(alone), voice)
        worst = sorted(alone, key=lambda use: -(use.entry.severity or 0))[:NAMED]
        named = tuple(
            Labelled(use.place.stage.name, voice.stage_link(use.place.journey, use.place.stage, "pains"))
            for use in worst
            if use.place.stage
        )
        yield CareView("pains", words, Link(list_uri("pains")), "material/alert-circle-outline", tuple(dict.fromkeys(named)))


def _unowned(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    unowned = [use for use in voice.uses.opportunities if use.entry.owner is None and use.entry.status not in ("done", "dropped")]
    if unowned:
        words = _counted(*NN_("%(num)s opportunity has no owner", "%(num)s opportunities have no owner"), len(unowned), voice)
        named = tuple(
            Labelled(use.place.stage.name, voice.stage_link(use.place.journey, use.place.stage, "opportunities"))
            for use in unowned[:NAMED]
            if use.place.stage
        )
        link = Link(list_uri("opportunities"))
        yield CareView("unowned", words, link, "material/account-question-outline", tuple(dict.fromkeys(named)))


def _unmeasured(journeys: list[Journey], voice: Voice) -> Iterator[CareView]:
    """As the list of touchpoints tells it, so that both say the same number."""
    tables = list_tables("touchpoints", voice)
    facets = next((table.facets for table in with_facets(tables, voice)), ())
    for work in touchpoint_work(tables, facets, list_uri("touchpoints"), voice):
        if work.kind == "measure":
            link = work.link or Link(list_uri("touchpoints"))
            yield CareView("unmeasured", work.words, link, work.icon, work.named[:NAMED])
