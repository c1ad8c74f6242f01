"""The declared fields as a reference: what may be written for each kind of thing, made from the declarations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journey_site.documents.actors import Actor, Path, SubJourney
from journey_site.documents.brand import Brand, Fonts, Typeface
from journey_site.documents.declared import Declared
from journey_site.documents.handbook import TABLES, Handbook
from journey_site.documents.items import Common, ContentUse, Item, MetricUse, Opportunity, TouchpointUse
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.lanes import Lane
from journey_site.documents.models import Model, ModelStage
from journey_site.documents.things import (
    Channel,
    Content,
    Department,
    Evidence,
    Metric,
    Persona,
    Thing,
    Touchpoint,
)
from journey_site.documents.ways import Way

KINDS: dict[str, tuple[type[Declared], str]] = {
    "The handbook": (Handbook, "in `handbook.yml`"),
    "The brand": (Brand, "under `brand` in `handbook.yml`"),
    "The fonts": (Fonts, "under `fonts` of the brand"),
    "A font": (Typeface, "under `text`, `headings` and `mono` of the fonts"),
    "A lane": (Lane, "in the list under `lanes`"),
    "Every thing": (Thing, "in every file below, and in every entry of a file that holds several"),
    "A persona": (Persona, "in `personas/<id>.yml`, or an entry of `personas.yml`"),
    "A journey": (Journey, "in `journeys/<id>.yml`, or an entry of `journeys.yml`"),
    "An actor": (Actor, "in the list under `actors` of a journey"),
    "A path": (Path, "under its id in `paths` of a journey"),
    "A stage": (Stage, "under its id in `stages` of a journey"),
    "A step": (Step, "under its id in `steps` of a stage"),
    "Every entry": (Common, "in every entry of a list, every stage and step, and every thing"),
    "An entry": (Item, "in a list of texts, such as `thoughts`"),
    "An opportunity": (Opportunity, "in the list under `opportunities`"),
    "A touchpoint in a stage": (TouchpointUse, "in the list under `touchpoints`"),
    "Content in a stage": (ContentUse, "in the list under `content`"),
    "A metric in a stage": (MetricUse, "in the list under `metrics`"),
    "A way to the next stage": (Way, "in the list under `next`"),
    "A journey within a stage": (SubJourney, "under `journey` of a stage"),
    "A model": (Model, "in `models/<id>.yml`, or an entry of `models.yml`"),
    "A stage of a model": (ModelStage, "under its id in `stages` of a model"),
    "A touchpoint": (Touchpoint, "in `touchpoints/<id>.yml`, or an entry of `touchpoints.yml`"),
    "Content": (Content, "in `content/<id>.yml`, or an entry of `content.yml`"),
    "Evidence": (Evidence, "in `evidence/<id>.yml`, or an entry of `evidence.yml`"),
    "A metric": (Metric, "in `metrics/<id>.yml`, or an entry of `metrics.yml`"),
    "A department": (Department, "in `departments/<id>.yml`, or an entry of `departments.yml`"),
    "A channel": (Channel, "in `channels/<id>.yml`, or an entry of `channels.yml`"),
}
"""Every shape that may be written: its heading, what declares it, and where it stands."""

_TITLED = (Handbook, Journey, Content, ContentUse, Evidence)
"""Where people write ``title`` rather than ``name``, though both mean the same."""


@dataclass(frozen=True, slots=True)
class FieldReference:
    """One field as the reference shows it."""

    key: str
    """The key to write; a second that means the same follows after a comma."""
    takes: str
    """What may stand there."""
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class KindReference:
    """One kind of thing with its own fields."""

    title: str
    description: str
    where: str
    fields: tuple[FieldReference, ...]
    shorthand: str = ""
    """The field that a plain text fills; empty when a text alone will not do."""
    also: tuple[str, ...] = ()
    """Kinds whose fields may stand here too."""


def reference() -> tuple[KindReference, ...]:
    """Every kind with its fields, those of all kinds told once."""
    return tuple(_kind(title, kind, where) for title, (kind, where) in KINDS.items())


def _kind(title: str, kind: type[Declared], where: str) -> KindReference:
    also = [(name, other) for name, (other, _) in KINDS.items() if other in (Thing, Common, Step) and other is not kind]
    shared = [(name, other) for name, other in also if issubclass(kind, other)]
    left_out = {field for _, other in shared for field in other.marks() if _same(kind, other, field)}
    fields = tuple(_field(kind, name) for name in kind.marks() if name not in left_out)
    if issubclass(kind, Thing) and kind is not Thing:
        # A name stands first wherever a thing has one, though every thing has it.
        fields = (_field(kind, "name"), *(field for field in fields if field.key.split(",")[0] not in ("name", "title")))
    description = " ".join((kind.__doc__ or "").split())
    shorthand = _keys(kind, kind.shorthand).split(",")[0] if kind.shorthand else ""
    return KindReference(title, description, where, fields, shorthand, tuple(name for name, _ in shared))


def _same(kind: type[Declared], other: type[Declared], field: str) -> bool:
    mine, theirs = kind.marks()[field], other.marks()[field]
    return mine is theirs and kind.model_fields[field].description == other.model_fields[field].description


def _field(kind: type[Declared], name: str) -> FieldReference:
    required = name == "name" and (kind is Handbook or bool(getattr(kind, "required", False)))
    required = required or (kind is Journey and name == "stages")
    description = " ".join((kind.model_fields[name].description or "").split())
    return FieldReference(_keys(kind, name), kind.marks()[name].label, description, required)


def _keys(kind: type[Declared], name: str) -> str:
    keys = [key for key, field in kind.names().items() if field == name]
    if kind in _TITLED:
        keys.sort(key=lambda key: key != "title")
    return ", ".join(keys)


def reference_markdown() -> str:
    """The reference as a Markdown page: a heading and a table for each kind."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for kind in reference():
        yield f"## {kind.title}"
        yield ""
        yield f"{kind.description} It stands {kind.where}." + (
            f" A plain text is its `{kind.shorthand}`." if kind.shorthand else ""
        )
        yield ""
        if kind.title == next(iter(KINDS)):
            yield "Also: every kind of thing under its name, as a mapping from id to thing: " + ", ".join(f"`{t}`" for t in TABLES) + "."
            yield ""
        if kind.also:
            yield "Also: the fields of " + " and ".join(_link(title) for title in kind.also) + "."
            yield ""
        yield "| Key | What may stand there | Meaning |"
        yield "|---|---|---|"
        for field in kind.fields:
            keys = " or ".join(f"`{key}`" for key in field.key.split(", "))
            needed = " **Required.**" if field.required else ""
            yield f"| {keys} | {_cell(field.takes)} | {_cell(field.description)}{needed} |"
        yield ""


def _link(title: str) -> str:
    return f"[{title[0].lower()}{title[1:]}](#{title.lower().replace(' ', '-')})"


def _cell(words: str) -> str:
    """Words that may stand in a table's cell; the shorthand of RST for code is Markdown's, too."""
    return words.replace("``", "`").replace("|", "\\|")
