"""Where a journey says itself which stage comes next, so that nobody is led through a stage that was just put in."""

from __future__ import annotations

from collections.abc import Iterator

from journey_site.documents.journeys import Journey, Stage
from journey_site.problems import Span


def ways_past(journey: Journey, new: str) -> Iterator[str]:
    """What may have to name the stage ``new`` now, a line for each place, with file and line."""
    order = [stage.id for stage in journey.stages]
    at = order.index(new)
    before, follows = (order[at - 1] if at else ""), "".join(order[at + 1 : at + 2])
    for stage in journey.stages[:at]:
        if stage.next is None or any(way.to == new for way in stage.next):
            continue
        if stage.id == before or any(way.to and way.to == follows for way in stage.next):
            yield f'"{stage.id}" says itself where it leads{_to(stage)}, in {_line(_place(stage, follows))}: add {new} there if the way goes through it.'
    for path in journey.paths:
        ids = [str(each) for each in path.stages]
        if new in ids:
            continue
        for one, other in zip(path.stages, path.stages[1:], strict=False):
            if (one, other) == (before, follows):
                yield f'The path "{path.id}" goes from "{one}" on to "{other}", in {_line(other.origin)}: add {new} between them if it goes through it.'


def _to(stage: Stage) -> str:
    """Where the stage says that it leads, as half a sentence."""
    targets = [f'"{way.to}"' for way in stage.next or () if way.to]
    return f", to {', '.join(targets)}" if targets else " (out of the journey)"


def _place(stage: Stage, target: str) -> Span:
    """Where the way to ``target`` stands, else all that the stage says of ways."""
    return next((way.place("to") for way in stage.next or () if way.to and way.to == target), stage.place("next"))


def _line(place: Span) -> str:
    return f"{place.file}:{place.line}"
