"""A stage unfolded: its steps as columns of a finer grid, with the rows and the curve of the map."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.values import Text
from journey_site.site.views.entries import face_of_emotion
from journey_site.site.views.map.curves import CurveView
from journey_site.site.views.map.grid import HeadView, RowView, concerned_by, row_views
from journey_site.site.views.map.places import with_places
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class UnfoldedView:
    """The steps of one stage, side by side."""

    stage: str
    name: Text
    number: int | None
    """The stage's number; None where the model has no order."""
    count: int
    """How many steps it has."""
    heads: tuple[HeadView, ...]
    """The steps; before them the stage itself, where entries stand on it and not on a step."""
    rows: tuple[RowView, ...]
    whole: bool
    """Whether the first column is what concerns the whole stage."""


def unfolded_views(journey: Journey, heads: tuple[HeadView, ...], voice: Voice) -> tuple[UnfoldedView, ...]:
    """The stages of ``journey`` that have steps, each unfolded; ``heads`` are those of its map."""
    return tuple(
        _unfolded(journey, stage, head, voice)
        for stage, head in zip(journey.stages, heads, strict=True)
        if stage.steps
    )


def _unfolded(journey: Journey, stage: Stage, head: HeadView, voice: Voice) -> UnfoldedView:
    # The rows of the map know how to show stages, so each step is taken for one: it has the same lanes.
    whole = stage.model_copy(update={"steps": (), "emotion": None, "duration": None, "waiting": None, "owner": None})
    steps = [_as_stage(step) for step in stage.steps]
    finer = journey.model_copy(update={"stages": (whole, *steps), "owner": None})
    rows = row_views(finer, voice)
    own = any(row.cells and row.cells[0] for row in rows)
    if own:
        rows = tuple(replace(row, curve=row.curve and _after_first(row.curve)) for row in rows)
    else:
        finer = finer.model_copy(update={"stages": tuple(steps)})
        rows = row_views(finer, voice)
    columns = [_head(finer, step, place if head.number else None, stage, voice) for place, step in enumerate(steps, 1)]
    if own:
        label = Text({voice.language.written: voice._("The whole stage")})
        columns.insert(0, HeadView(stage.id, None, label, head.link, "", None, False, False, False, ()))
    rows = with_places(rows, journey, (stage,) * len(columns), voice)
    return UnfoldedView(stage.id, stage.name, head.number, len(steps), tuple(columns), rows, own)


def _as_stage(step: Step) -> Stage:
    """``step`` as a stage that says the same."""
    return Stage.model_construct(step.model_fields_set, **{name: getattr(step, name) for name in Step.model_fields})


def _head(finer: Journey, step: Stage, number: int | None, stage: Stage, voice: Voice) -> HeadView:
    said = step.model_fields_set - {"id", "name", "origin", "places", "summary", "audience"}
    return HeadView(
        step.id,
        number,
        step.name,
        replace(voice.stage_link(finer, stage), anchor=f"step-{step.id}"),
        voice.duration(step.duration),
        face_of_emotion(step.emotion, voice),
        False,
        bool(step.moment_of_truth),
        not said,
        (),
        concerned_by(finer, step),
    )


def _after_first(curve: CurveView) -> CurveView:
    """The curve without a gap in the first column, whose feeling is that of the steps beside it."""
    return replace(curve, unknown=tuple(left for left in curve.unknown if left > 0))
