"""The stage models that come with the product."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from pathlib import Path

from journey_site.documents.models import Model
from journey_site.documents.reading import Reading
from journey_site.source.text import SourceText
from journey_site.source.yaml import parse_yaml

_FOLDER = Path(__file__).resolve().parent.parent / "models"
_LANGUAGES = frozenset({"en", "sv", "da", "nb"})


@cache
def built_in_models() -> tuple[str, ...]:
    """The ids of the built-in stage models."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yml")))


def unused_models(used: Container[str]) -> dict[str, Model]:
    """The built-in stage models whose ids are not among ``used``, by id."""
    return {identity: _read(identity) for identity in built_in_models() if identity not in used}


def built_in_model(identity: str) -> Model | None:
    """The built-in stage model of that id, None when there is none."""
    return _read(str(identity)) if identity in built_in_models() else None


# They never change, so a process that builds time and again reads each of them once.
@cache
def _read(identity: str) -> Model:
    # Its places name no file, because it is none of the handbook's.
    node, problems = parse_yaml(SourceText("", (_FOLDER / f"{identity}.yml").read_text(encoding="utf-8")))
    reading = Reading(languages=_LANGUAGES, problems=problems)
    model = Model.read(node, reading, id=identity) if node is not None else None
    if model is None or problems:
        raise RuntimeError(f"the built-in model {identity} cannot be read: {problems[:1]}")
    return model
