"""A new thing as the text of its file: what is known, and the fields that matter first as comments to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import Model
from journey_site.documents.things import Content, Evidence
from journey_site.starter.first_fields import Here, comments, how, more
from journey_site.starter.yaml_text import yaml_text

_TITLED = (Journey, Content, Evidence)
_PYTHON_ONLY = {"extra", "origin", "places", "own", "added", "file"}
_IN_EACH_STAGE = {"stages": ("emotion", "thoughts", "touchpoints"), "model stages": ("asks", "thoughts", "serves")}
"""What is asked of each stage of a new journey or model."""
_EVERYWHERE = (
    "note", "evidence", "confidence", "audience", "owner", "actor", "severity", "status", "tags", "url", "image",
    "reviewed", "reviewed_by", "review_every", "publish", "order", "was",
)  # fmt: skip
"""Fields that every kind has: they are told after its own."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A stage of a new journey or model."""

    id: str
    name: str = ""
    """What it is called; empty: as the model has it."""
    about: str = ""
    """What the model says of it, to be shown beside it."""


def new_thing(kind: str, word: str, name: str, said: Mapping[str, str], here: Here, stages: Iterable[Begun] = ()) -> str:
    """The file of a new thing of ``kind`` (``personas``), which the command line calls ``word`` (``persona``).

    ``said`` are fields by key, as YAML; ``stages`` those of a journey or model.
    """
    begun = [*stages]
    # Only what a model brings can be left out.
    left_out = {*said, *(("remove",) if not any(each.about for each in begun) else ())}
    lines = [f"{'title' if KINDS[kind] in _TITLED else 'name'}: {yaml_text(name)}"]
    lines += [f"{key}: {value}" for key, value in said.items()]
    lines += ["", *how(here), *comments(kind, here, left_out), more(word, here)]
    if begun:
        lines += ["", "stages:"]
        part = "model stages" if KINDS[kind] is Model else "stages"
        for at, stage in enumerate(begun):
            lines.append(f"  {stage.id}:" + (f"  # {stage.about}" if stage.about else ""))
            lines += [f"    name: {yaml_text(stage.name)}"] if stage.name else []
            lines += [f"    {line}" for line in comments(part, here, bare=at > 0, only=_IN_EACH_STAGE[part])]
    return "\n".join(lines) + "\n"


def new_stage(name: str, said: Mapping[str, str], here: Here) -> tuple[str, ...]:
    """The lines of a new stage below its id, without indentation; a model's stage is named by the model."""
    lines = [f"name: {yaml_text(name)}"] if name else []
    lines += [f"{key}: {value}" for key, value in said.items()]
    return (*lines, *comments("stages", here, {*said}), more("stage", here))


def every_field(kind: str) -> list[tuple[str, str, str]]:
    """Each field that may stand in a thing of ``kind``, or in ``stages``: its key, what it takes, what it is for."""
    declared: type[Declared] = Stage if kind == "stages" else KINDS[kind]
    keys: dict[str, str] = {}
    for key, field in declared.names().items():
        if field not in _PYTHON_ONLY:
            keys.setdefault(field, key)
    marks = declared.marks()
    inherited = [*_EVERYWHERE] if declared is not Model else [name for name in _EVERYWHERE if name != "order"]
    own = [field for field in keys if field not in (*inherited, "id", "name")]
    ordered = [field for field in ("name", *own, *inherited) if field in keys and field in marks]
    return [(keys[field], marks[field].label, _meaning(declared, field)) for field in ordered]


def _meaning(declared: type[Declared], field: str) -> str:
    return " ".join((declared.model_fields[field].description or "").replace("``", "").split())
