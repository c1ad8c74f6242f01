"""In which order the fields of a thing are written: who and what first, then what happens, then who looks after it.

A test holds each list to the declared fields. What is not in a list (keys of the editor's own, lanes of the
handbook's own) stays behind the field it was written behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from journey_site.documents.actors import Actor, Path, SubJourney
from journey_site.documents.brand import Brand, Fonts, Typeface
from journey_site.documents.declared import Declared
from journey_site.documents.documents import KINDS
from journey_site.documents.handbook import TABLES, Handbook
from journey_site.documents.items import ContentUse, Item, MetricUse, Opportunity, TouchpointUse
from journey_site.documents.journeys import Journey, Stage, Step
from journey_site.documents.lanes import Lane
from journey_site.documents.models import Model, ModelStage
from journey_site.documents.things import Channel, Content, Department, Evidence, Metric, Persona, Touchpoint
from journey_site.documents.ways import Way
from journey_site.source.nodes import Mapping, Node, Scalar, Sequence

_BACKED = "severity evidence confidence status actor audience owner tags url image"
_CARE = "evidence confidence reviewed reviewed_by review_every audience tags publish order was severity status actor image"
_TIME = "duration waiting"
_FLAGS = "optional repeatable parallel any_order after"
_LIVED = "goal our_goal thoughts questions actions feelings"
_DONE = (
    "touchpoints content evidence_shown frontstage backstage support pains gains opportunities metrics activities "
    "departments owner moment_of_truth severity status evidence confidence audience tags url image"
)

_WORDS: dict[type[Declared], str] = {
    Handbook: "format name language languages summary emotion review_every audiences default_audience uses owner brand report "
    "lanes checks traits personas journeys models departments channels touchpoints content evidence metrics",
    Brand: "logo favicon primary accent fonts footer credit",
    Fonts: "text headings mono",
    Typeface: "regular bold italic bold_italic",
    Lane: "id divider label icon kind audience",
    Persona: "id name role age location segment portrait colour quote summary goals needs frustrations jobs traits channels "
    "owner url reviewed reviewed_by review_every evidence confidence audience tags publish order was severity status actor "
    "image note",
    Journey: "id name persona actors extends model lanes state publish compare_with remove was replaces order summary scenario "
    "expectations trigger outcome owner departments actor reviewed reviewed_by review_every severity status evidence "
    "confidence audience tags url image metrics activities pains gains opportunities paths stages note",
    Actor: "persona role veto",
    Path: "id name share stages",
    Stage: f"id name summary serves {_TIME} {_FLAGS} emotion actor {_LIVED} steps {_DONE} was note journey next",
    Step: f"id name summary {_TIME} emotion actor {_LIVED} {_DONE} note",
    Item: f"id text {_BACKED} note",
    Opportunity: "id text solves impact effort severity evidence confidence actor audience owner status tags url image note",
    TouchpointUse: "id touchpoint name sender receiver channel experience importance group metrics "
    f"{_BACKED} note",
    ContentUse: "id content name type url status language owner helps group severity evidence confidence actor audience tags image note",
    MetricUse: "id metric name unit value baseline target better period source owner severity evidence confidence status actor "
    "audience tags url image series note",
    Way: "id to exit share why severity evidence confidence status actor audience owner tags url image note",
    SubJourney: "journey when",
    Model: "id name order summary fits source owner url reviewed reviewed_by review_every severity status evidence confidence "
    "actor audience tags image publish was stages note",
    ModelStage: "id name summary asks serves thoughts content next severity status evidence confidence actor audience owner tags "
    "url image was note",
    Touchpoint: f"id name summary channel owner group url metrics {_CARE} note",
    Content: "id name summary type url status language owner helps group reviewed reviewed_by review_every evidence confidence "
    "audience tags publish order was severity actor image note",
    Evidence: "id name summary kind date n url owner reviewed reviewed_by review_every evidence confidence audience tags publish "
    "order was severity status actor image note",
    Metric: "id name summary unit value baseline target better period source owner url reviewed reviewed_by review_every "
    "evidence confidence audience tags publish order was severity status actor image series note",
    Department: f"id name summary colour contact owner url {_CARE} note",
    Channel: f"id name summary icon owner url {_CARE} note",
}

ORDERS: dict[type[Declared], tuple[str, ...]] = {kind: tuple(words.split()) for kind, words in _WORDS.items()}
"""The fields of each shape that may be written, in their order."""

_BY_ID = ("stages", "steps", "paths")
"""Fields that may hold a mapping from id to what they hold."""


@cache
def rank_of(kind: type[Declared], key: str) -> int | None:
    """The place of a key among the fields of ``kind``; None for a key that is none of them."""
    field = kind.names().get(key) or kind.names().get(key.removesuffix("+"))
    if field is None and kind is Handbook and key in TABLES:
        field = key
    order = ORDERS[kind]
    return order.index(field) if field in order else None


def kinds_of_mappings(root: Node, kind: str) -> Iterator[tuple[Mapping, type[Declared]]]:
    """Every mapping of a file whose fields are declared, with what it is; ``kind`` is ``handbook``, a kind, or
    a kind with ``s`` things in one file: ``personas.yml``."""
    if kind == "handbook":
        yield from _within(root, Handbook)
        if isinstance(root, Mapping):
            for name in TABLES:
                yield from _table(root.get(name), KINDS[name])
    elif kind.endswith(".yml"):
        yield from _table(root, KINDS[kind.removesuffix(".yml")])
    else:
        yield from _within(root, KINDS[kind])


def _table(node: Node | None, kind: type[Declared]) -> Iterator[tuple[Mapping, type[Declared]]]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            if not key.text.startswith("x-"):
                yield from _within(value, kind)


def _within(node: Node, kind: type[Declared]) -> Iterator[tuple[Mapping, type[Declared]]]:
    if not isinstance(node, Mapping):
        return
    yield node, kind
    names = kind.names()
    for key, value in node.entries:
        field = names.get(key.text) or names.get(key.text.removesuffix("+"))
        inner = _held_by(kind, field) if field else None
        if inner is None or isinstance(value, Scalar):
            continue
        if isinstance(value, Sequence):
            held = value.items
        else:
            held = [each for _, each in value.entries] if field in _BY_ID else [value]
        for each in held:
            yield from _within(each, inner)


@cache
def _held_by(kind: type[Declared], field: str) -> type[Declared] | None:
    """What a field holds, where that has fields of its own."""
    return next((one for one in _types(kind.model_fields[field].annotation) if one in ORDERS), None)


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)
