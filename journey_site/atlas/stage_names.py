"""Stages that somebody calls by their names where an id is wanted: ``journey:anna-ebike#Övervägande``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from journey_site.documents.journeys import Stage
from journey_site.documents.models import ModelStage
from journey_site.problems import Span
from journey_site.source.ids import slug


def stage_called(words: str, stages: Iterable[Stage | ModelStage]) -> str | None:
    """The id of the stage that ``words`` name, in any language and any letters; None where none or several are called so."""
    there = tuple(stages)
    wanted = slug(words.replace("%20", " "))
    named = {stage.id for stage in there if wanted and stage.name and wanted in map(slug, stage.name.values.values())}
    found = {stage.id for stage in there if stage.id == wanted} or named
    return found.pop() if len(found) == 1 else None


def hint_of_name(words: str, identity: str | None) -> str:
    """What to write for a stage that was called by its name; nothing where that is not known."""
    if identity is None:
        return ""
    return f"write its id: {identity}" if slug(words) == identity else f'that is its name; write its id, "{identity}"'


def behind_hash(place: Span, address: str, target: str) -> Span:
    """Where the stage stands in an ``address`` that ends in ``target``: what is right before ``#`` is not pointed at."""
    stage = target.partition("#")[2]
    if not stage or place.line != place.end_line or place.end_column - place.column not in (len(address), len(target)):
        return place
    return replace(place, column=place.end_column - len(stage))
