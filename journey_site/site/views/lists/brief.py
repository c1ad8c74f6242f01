"""A department's business on one sheet of paper, for a meeting: the worst, the promises, the overdue, the best chances."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journey_site.atlas.reviews import Turn
from journey_site.atlas.uses import Use
from journey_site.documents.items import ContentUse, Opportunity, TouchpointUse
from journey_site.documents.things import Department
from journey_site.site import vocabulary
from journey_site.site.addresses import directory_address, thing_uri
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.pains_and_opportunities import OVER, opportunity_row, pain_row
from journey_site.site.views.lists.tables import BriefLine, BriefPart, BriefView, Cell
from journey_site.site.views.used import MetricView, content_view
from journey_site.site.voice import Voice

WORST = 5
FEW = 3
_CONTENT = {"missing": 0.75, "outdated": 0.55}
"""How bad content is by its state, on the measure of the others: from 0 to 1."""
_BAD = 0.5
"""From where on something is bad enough to be brought up."""


def brief_view(
    thing: Department,
    voice: Voice,
    *,
    touchpoints: Iterable[Use],
    pains: Iterable[Use],
    content: Iterable[Use],
    metrics: Iterable[tuple[Use | None, MetricView, object]],
    opportunities: Iterable[Use],
    promises: Iterable[tuple[Cell, ...]],
    overdue: list[Turn],
) -> BriefView | None:
    """The sheet of ``thing``; None where there is nothing to talk about.

    ``promises`` are rows of a place, what is promised there and how it feels; the worst felt first.
    """
    worst = sorted(
        [*_touchpoints(touchpoints, voice), *_pains(pains, voice), *_content(content, voice), *_metrics(metrics, voice)],
        key=lambda found: -found[0],
    )
    still_open = [use for use in opportunities if isinstance(use.entry, Opportunity) and use.entry.status not in OVER]
    kept = [BriefLine(promise, (replace(feels, note=""),), _first_of(place, voice)) for place, promise, feels in promises if not promise.badge]
    late = [
        BriefLine(
            Cell(turn.thing.name),
            (Cell(voice._(vocabulary.ONE_OF[turn.kind])), Cell(voice.language.date(turn.review.due)) if turn.review.due else Cell()),
        )
        for turn in overdue
    ]
    best = rows.told_once(still_open, voice)[0]
    every = (
        BriefPart(voice._("The worst"), tuple(line for _bad, line in worst[:WORST]), ""),
        BriefPart(voice._("What we promised"), tuple(kept[:FEW]), _more(len(kept), voice)),
        BriefPart(voice._("Reviews that are overdue"), tuple(late[:FEW]), _more(len(late), voice)),
        BriefPart(voice._("The best opportunities"), tuple(_chance(use, voice) for use in best[:FEW]), _more(len(best), voice)),
    )
    parts = tuple(part for part in every if part.lines)
    if not parts:
        return None
    return BriefView(
        parts,
        voice.words(voice.atlas.handbook.name),
        voice.language.date(voice.atlas.today),
        directory_address(thing_uri("departments", thing.id)),
    )


def _first_of(place: Cell, voice: Voice) -> Cell:
    """The first of several places, with how many others there are."""
    if not place.places:
        return place
    first, others = place.places[0], len(place.places) - 1
    more = voice.language.ngettext("and in %(num)s more stage", "and in %(num)s more stages", others)
    said = f"{first.note} · {rows.said(first.words, voice)} · {more % {'num': voice.language.number(others)}}"
    return replace(place, note=said, places=())


def _more(count: int, voice: Voice) -> str:
    return voice._("and %(num)s more") % {"num": voice.language.number(count - FEW)} if count > FEW else ""


def _touchpoints(uses: Iterable[Use], voice: Voice) -> list[tuple[float, BriefLine]]:
    found = []
    for use in rows.told_once(uses, voice)[0]:
        assert isinstance(use.entry, TouchpointUse)
        if use.entry.experience is None:
            continue
        bad = 1 - voice.atlas.handbook.scale.position(use.entry.experience)
        name, place, felt, *_others = rows.touchpoint_row(use, voice)
        if bad > _BAD:
            found.append((bad, BriefLine(name, (felt,), place, voice._("Touchpoint"))))
    return found


def _pains(uses: Iterable[Use], voice: Voice) -> list[tuple[float, BriefLine]]:
    found = []
    for use in rows.told_once(uses, voice)[0]:
        name, place, severity, *_others = pain_row(use, (), voice)
        if (bad := (use.entry.severity or 0) / 5) > _BAD:
            found.append((bad, BriefLine(replace(name, note="", labels=()), (severity,), place, voice._("Pain"))))
    return found


def _content(uses: Iterable[Use], voice: Voice) -> list[tuple[float, BriefLine]]:
    found = []
    for use in rows.told_once(uses, voice)[0]:
        assert isinstance(use.entry, ContentUse)
        name, place, _type, _purpose, state = rows.content_row(use, voice)
        if bad := _CONTENT.get(content_view(use.entry, voice).status):
            found.append((bad, BriefLine(name, (state,), place, voice._("Content"))))
    return found


def _metrics(missed: Iterable[tuple[Use | None, MetricView, object]], voice: Voice) -> list[tuple[float, BriefLine]]:
    found: dict[object, tuple[float, BriefLine]] = {}
    for use, view, _entry in missed:
        if view.verdict == "off" and use:
            bad = max(_BAD, 1 - (view.filled or 0) / 100)
            line = BriefLine(Cell(view.entry.words, view.link), (Cell(metric=view),), rows.place_cell(use.place, voice), voice._("Metric"))
            found.setdefault(rows.said(view.entry.words, voice), (bad, line))
    return list(found.values())


def _chance(use: Use, voice: Voice) -> BriefLine:
    entry = use.entry
    assert isinstance(entry, Opportunity)
    name, place, *_others = opportunity_row(use, (), voice)
    scores = [
        Cell(words % {"num": value})
        for words, value in ((voice._("impact %(num)s"), entry.impact), (voice._("effort %(num)s"), entry.effort))
        if value
    ]
    return BriefLine(replace(name, note=""), tuple(scores), place)
