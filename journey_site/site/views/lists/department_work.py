"""What a department must do besides what it owns: keep promises, bring numbers to their target, check what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journey_site.atlas.reviews import Turn, answerer, review_queue
from journey_site.atlas.uses import Place, Use
from journey_site.documents.items import MetricUse, TouchpointUse
from journey_site.documents.journeys import Journey
from journey_site.documents.values import Owner
from journey_site.problems import Span
from journey_site.site import vocabulary
from journey_site.site.addresses import Link, list_uri, review_anchor
from journey_site.site.views.entries import item_views
from journey_site.site.views.lists import rows
from journey_site.site.views.lists.metric_rows import verdict_words
from journey_site.site.views.lists.tables import Cell, Column, Table
from journey_site.site.views.used import MetricView, metric_view
from journey_site.site.voice import Voice

_WORST = {"off": 0, "near": 1}


def activities_of(identity: str, voice: Voice) -> list[Use]:
    """What the company does in journeys, where the department answers for it: by name, else as the stage's owner."""
    return [
        Use(place, activity)
        for place, owner in _places(voice)
        for activity in (place.step or place.stage or place.journey).activities
        if owns(activity.owner or owner, identity) and not base_of(place, activity.origin, "activities", voice)
    ]


def base_of(place: Place, written: Span, field: str, voice: Voice) -> Journey | None:
    """The journey that ``place`` has ``field`` from, which is ``written`` there; None where it is the place's own.

    What a journey takes over from another counts once: there, for whoever answers there.
    """
    base, journey = None, voice.atlas.journeys.get(place.journey.extends or "")
    passed = {place.journey.id}
    while journey is not None and journey.id not in passed:
        passed.add(journey.id)
        if journey.publish != "retired" and written in _written(journey, place, field):
            base = journey
        journey = voice.atlas.journeys.get(journey.extends or "")
    return base


def counted_in_base(identity: str, place: Place, voice: Voice) -> bool:
    """Whether the promise of ``place`` is taken over from a stage that the department owns too, and stands there."""
    promise = place.stage and place.stage.our_goal
    base = base_of(place, promise.origin, "our_goal", voice) if promise else None
    stage = base.stage(place.stage.id) if base and place.stage else None
    return base is not None and stage is not None and owns(stage.owner or base.owner, identity)


def _written(journey: Journey, place: Place, field: str) -> list[Span]:
    """Where ``field`` is written as ``journey`` has it at the spot that is called as ``place`` is."""
    stage = journey.stage(place.stage.id) if place.stage else None
    steps = {step.id: step for step in stage.steps} if stage else {}
    holder = (steps.get(place.step.id) if place.step else stage) if place.stage else journey
    found = getattr(holder, field, None) or ()
    return [each.origin for each in (found if isinstance(found, tuple) else (found,))]


def _places(voice: Voice) -> Iterator[tuple[Place, Owner | None]]:
    """Every spot of every journey, each with who answers for it."""
    for journey in voice.atlas.journeys.values():
        if journey.publish == "retired":
            continue
        yield Place(journey), journey.owner
        for stage in journey.stages:
            owner = stage.owner or journey.owner
            yield Place(journey, stage), owner
            for step in stage.steps:
                yield Place(journey, stage, step), step.owner or owner


def missed_metrics(identity: str, voice: Voice) -> list[tuple[Use | None, MetricView, MetricUse | object]]:
    """Metrics that miss their target: the department's own, and those of its stages and touchpoints that nobody else owns;
    the furthest from it first."""
    uses = voice.uses
    shared = [each for each in voice.atlas.metrics.values() if each.publish != "retired"]
    mine = {each.id for each in shared if owns(each.owner, identity)}
    found: list[tuple[Use | None, MetricView, MetricUse | object]] = []
    for use in (*(use for each in shared for use in uses.metrics.get(each.id, ())), *uses.inline_metrics):
        entry, place = use.entry, use.place
        assert isinstance(entry, MetricUse)
        named = entry.owner.department if entry.owner else None
        here = (place.stage and place.stage.owner) or place.journey.owner
        if named == identity or (named is None and entry.metric in mine) or owns(here, identity):
            found.append((use, metric_view(entry, voice, journey=place.journey), entry))
    told = {(id(use.place.stage), id(use.place.step), id(entry)) for use, _view, entry in found if use}
    found += [
        (Use(spot, measure) if spot else None, view, measure)
        for spot, measure, view in _of_touchpoints(identity, voice)
        if spot is None or (id(spot.stage), id(spot.step), id(measure)) not in told
    ]
    found += [(None, metric_view(each, voice), each) for each in shared if each.id in mine and not uses.metrics.get(each.id)]
    missed = [each for each in found if each[1].verdict in _WORST]
    return sorted(missed, key=lambda each: (_WORST[each[1].verdict], each[1].filled or 0))


def _of_touchpoints(identity: str, voice: Voice) -> Iterator[tuple[Place | None, MetricUse, MetricView]]:
    """What is measured of the department's touchpoints and has no owner itself, wherever they are met; None where nowhere."""
    uses, atlas = voice.uses, voice.atlas

    def unowned(measures: Iterable[MetricUse]) -> list[MetricUse]:
        return [each for each in measures if not (each.owner or getattr(atlas.metrics.get(each.metric or ""), "owner", None))]

    for thing in atlas.touchpoints.values():
        met = uses.touchpoints.get(thing.id, [])
        mine = thing.publish != "retired" and owns(thing.owner, identity)
        if mine and not met:
            yield from ((None, measure, metric_view(measure, voice)) for measure in unowned(thing.metrics))
        for use in met:
            assert isinstance(use.entry, TouchpointUse)
            if owns(use.entry.owner, identity) or (mine and use.entry.owner is None):
                own = unowned(use.entry.metrics)
                yield from ((use.place, measure, metric_view(measure, voice, journey=use.place.journey)) for measure in own)
                usual = () if use.entry.metrics else unowned(thing.metrics)
                yield from ((use.place, measure, metric_view(measure, voice)) for measure in usual)
    for use in uses.inline_touchpoints:
        assert isinstance(use.entry, TouchpointUse)
        if owns(use.entry.owner, identity):
            own = unowned(use.entry.metrics)
            yield from ((use.place, measure, metric_view(measure, voice, journey=use.place.journey)) for measure in own)


def overdue_of(identity: str, voice: Voice) -> list[Turn]:
    """What the department should have checked already, the longest overdue first."""
    return [turn for turn in review_queue(voice.atlas) if turn.when == "overdue" and answerer(turn.owner).department == identity]


def activity_table(found: list[Use], voice: Voice, longest: int) -> Table:
    """What the department does."""
    columns = (Column(voice._("What we do")), Column(voice._("Where")))
    _uses, told, lead = rows.once_each(found, "activity", _activity_row, voice, longest)
    return Table("activities", voice._("What it does"), "material/briefcase-outline", columns, told, lead)


def _activity_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    view = item_views((use.entry,), voice)[0]  # type: ignore[arg-type]
    return Cell(view.words, note=view.note or "", confidence=view.confidence), rows.place_cell(use.place, voice, "activities")


def metric_table(found: list[tuple[Use | None, MetricView, MetricUse | object]], voice: Voice, longest: int) -> Table:
    """Numbers that miss their target, each once with the stages in which it stands."""
    columns = (*rows.metric_columns(voice), Column(voice._("Verdict")))
    groups: dict[object, list[tuple[Use | None, MetricView, MetricUse | object]]] = {}
    for each in found:
        # A stage's own number is another fact, and stands in a row of its own.
        view = each[1]
        groups.setdefault((view.link, rows.said(view.entry.words, voice), view.number, view.aim, view.period), []).append(each)
    told = []
    for group in list(groups.values())[:longest]:
        _use, view, entry = group[0]
        places = list({(use.place.journey.id, use.place.stage and use.place.stage.id): use.place for use, _, _ in group if use}.values())
        told.append(
            (
                Cell(view.entry.words, view.link),
                rows.stages_cell(places, voice, "metrics") if places else rows.unknown(voice._("No journey uses it yet.")),
                Cell(metric=view, judged_beside=True),
                Cell(verdict_words(entry, view, voice)),  # type: ignore[arg-type]
            )
        )
    return Table("metrics", voice._("Metrics that miss their target"), "material/chart-line", columns, tuple(told),
                 rows.first_of_many(len(groups), longest, voice))  # fmt: skip


def overdue_table(turns: list[Turn], voice: Voice, longest: int) -> Table:
    """What should have been checked already."""
    _ = voice._
    columns = (Column(_("What")), Column(_("Due")), Column(_("Days late"), number=True))
    told = tuple(
        (
            Cell(turn.thing.name, voice.link_to(turn.kind, turn.thing), vocabulary.KINDS[turn.kind][1], _(vocabulary.ONE_OF[turn.kind])),
            Cell(voice.language.date(turn.review.due), Link(list_uri("review"), review_anchor(turn.kind, turn.thing.id)),
                 sort=turn.review.due.isoformat()) if turn.review.due else Cell(),
            rows.number_cell(turn.review.overdue_days, voice),
        )
        for turn in turns[:longest]
    )  # fmt: skip
    return Table("overdue", _("Reviews that are overdue"), "material/calendar-alert", columns, told,
                 rows.first_of_many(len(turns), longest, voice))  # fmt: skip


def journeys_of(identity: str, voice: Voice) -> list[Journey]:
    """The journeys with a stage that the department owns or takes part in, or with something of its own."""
    uses = voice.uses
    places = [
        *uses.owned_stages.get(identity, ()),
        *uses.shared_stages.get(identity, ()),
        *(use.place for use in uses.owned_entries.get(identity, ())),
    ]
    named = {place.journey.id for place in places}
    return [each for each in voice.atlas.journeys.values() if each.id in named]


def owns(owner: Owner | None, identity: str) -> bool:
    """Whether ``owner`` is that department, or somebody of it."""
    return owner is not None and owner.department == identity
