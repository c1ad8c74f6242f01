"""A department's business on one sheet of paper, for a meeting: the worst, what is missed and missing, the best chances, the promises."""

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
from journey_site.site.views.lists.department_work import base_of
from journey_site.site.views.lists.pains_and_opportunities import OVER, opportunity_row, pain_row
from journey_site.site.views.lists.tables import BriefLine, BriefPart, BriefView, Cell
from journey_site.site.views.used import MetricView, content_view
from journey_site.site.voice import Voice

WORST = 5
FEW = 3
PAINS = 3
"""How many pains stand among the worst before touchpoints do."""
_CONTENT = ("missing", "outdated")
"""States of content that leave something to do, the worst first."""
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
    touchpoints, pains, content, opportunities = (_own(*given, voice) for given in (
        (touchpoints, "touchpoints"), (pains, "pains"), (content, "content"), (opportunities, "opportunities")
    ))  # fmt: skip
    worst = _worst(_pains(pains, voice), _touchpoints(touchpoints, voice))
    numbers = _metrics((each for each in metrics if not (each[0] and _taken_over(each[0], "metrics", voice))), voice)
    missing = _content(content, voice)
    still_open = [use for use in opportunities if isinstance(use.entry, Opportunity) and use.entry.status not in OVER]
    kept = [
        BriefLine(promise, (Cell(voice._("Emotion")), replace(feels, note="")), _first_of(place, voice))
        for place, promise, feels in promises
        if not promise.badge
    ]
    late = [
        BriefLine(
            Cell(turn.thing.name),
            (Cell(voice._(vocabulary.ONE_OF[turn.kind])), Cell(voice.language.date(turn.review.due)) if turn.review.due else Cell()),
        )
        for turn in overdue
    ]
    best = rows.told_once(still_open, voice)[0]
    _ = voice._
    every = (
        BriefPart(_("The worst"), tuple(worst), ""),
        _part(_("Metrics that miss their target"), numbers, voice, beside=True),
        _part(_("Content missing or outdated"), missing, voice, beside=True),
        BriefPart(_("The best opportunities"), tuple(_chance(use, voice) for use in best[:FEW]), _more(len(best), voice)),
        _part(_("What we promised"), kept, voice, beside=True),
        _part(_("Reviews that are overdue"), late, voice, beside=True),
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


def _part(title: str, lines: list[BriefLine], voice: Voice, *, beside: bool) -> BriefPart:
    return BriefPart(title, tuple(lines[:FEW]), _more(len(lines), voice), beside)


def _own(uses: Iterable[Use], field: str, voice: Voice) -> list[Use]:
    """``uses`` without what a journey takes over from the one it extends, where it is told already."""
    return [use for use in uses if not _taken_over(use, field, voice)]


def _taken_over(use: Use, field: str, voice: Voice) -> bool:
    return base_of(use.place, use.entry.origin, field, voice) is not None


def _worst(pains: list[BriefLine], touchpoints: list[BriefLine]) -> list[BriefLine]:
    """Pains, the most severe first, then touchpoints, the worst felt first: dots and faces are no one measure."""
    shown = pains[: max(PAINS, WORST - len(touchpoints))]
    return [*shown, *touchpoints][:WORST]


def _first_of(place: Cell, voice: Voice) -> Cell:
    """The first of several places, with how many others there are."""
    if not place.places:
        return place
    first, others = place.places[0], len(place.places) - 1
    more = voice.language.ngettext("and in %(num)s more stage", "and in %(num)s more stages", others)
    said = f"{first.note} · {rows.said(first.words, voice)} · {more % {'num': voice.language.number(others)}}"
    return replace(place, note=said, places=())


def _more(count: int, voice: Voice) -> str:
    return voice.and_more(count - FEW)


def _touchpoints(uses: list[Use], voice: Voice) -> list[BriefLine]:
    found = []
    for use in rows.told_once(uses, voice)[0]:
        assert isinstance(use.entry, TouchpointUse)
        if use.entry.experience is None or use.place.journey.is_plan:
            continue
        name, place, felt, *_others = rows.touchpoint_row(use, voice)
        if 1 - voice.atlas.handbook.scale.position(use.entry.experience) > _BAD:
            found.append(BriefLine(name, (felt,), place, voice._("Touchpoint")))
    return found


def _pains(uses: list[Use], voice: Voice) -> list[BriefLine]:
    found = []
    for use in rows.told_once(uses, voice)[0]:
        name, place, severity, *_others = pain_row(use, (), voice)
        if (use.entry.severity or 0) / 5 > _BAD:
            found.append(BriefLine(replace(name, note="", labels=()), (severity,), place, voice._("Pain")))
    return found


def _content(uses: list[Use], voice: Voice) -> list[BriefLine]:
    found = []
    for use in rows.told_once(uses, voice)[0]:
        assert isinstance(use.entry, ContentUse)
        name, place, _type, _purpose, state = rows.content_row(use, voice)
        if (status := content_view(use.entry, voice).status) in _CONTENT:
            found.append((_CONTENT.index(status), BriefLine(name, (state,), place)))
    return [line for _state, line in sorted(found, key=lambda each: each[0])]


def _metrics(missed: Iterable[tuple[Use | None, MetricView, object]], voice: Voice) -> list[BriefLine]:
    found: dict[object, BriefLine] = {}
    for use, view, _entry in missed:
        place = rows.place_cell(use.place, voice) if use else Cell()
        found.setdefault(rows.said(view.entry.words, voice), BriefLine(Cell(view.entry.words, view.link), (Cell(metric=view),), place))
    return list(found.values())


def _chance(use: Use, voice: Voice) -> BriefLine:
    entry = use.entry
    assert isinstance(entry, Opportunity)
    name, place, _impact, _effort, state, _solves, owner = opportunity_row(use, (), voice)
    scores = [
        Cell(words % {"num": value})
        for words, value in ((voice._("impact %(num)s"), entry.impact), (voice._("effort %(num)s"), entry.effort))
        if value
    ]
    return BriefLine(replace(name, note=""), (*scores, state, replace(owner, note="")), place)
