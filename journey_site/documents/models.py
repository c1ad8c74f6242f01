"""Stage models: the stages that journeys of one sort go through, with what is typical of each."""

from __future__ import annotations

from typing import Annotated, ClassVar

from journey_site.documents.items import PURPOSES, Common, Item, many
from journey_site.documents.lists import choice, listed
from journey_site.documents.reading import Reading, Reads
from journey_site.documents.references import read_id
from journey_site.documents.shapes import Either, EntriesOf, Fields, Format, OneOf, takes
from journey_site.documents.texts import read_text, read_words
from journey_site.documents.things import Thing
from journey_site.documents.values import Text
from journey_site.documents.ways import StageEntry, Way, read_ways, stage_entries
from journey_site.source.yaml import Mapping, Node, Scalar

ORDERS = ("linear", "cyclic", "network", "none")


@takes(Either((Format("words"), Format("text"))))
def read_type(node: Node, reading: Reading, name: str) -> str | Text | None:
    """A type of content, or one in words of one's own, which may stand in several languages."""
    return read_text(node, reading, name) if isinstance(node, Mapping) else read_words(node, reading, name)


class ModelStage(Common):
    """A stage as a model has it."""

    noun: ClassVar[str] = "a stage of a model"
    shorthand: ClassVar[str] = "name"
    in_languages: ClassVar[str] = "name"

    id: Annotated[str, Reads("an id", read_id)] = ""
    """Its id in every journey on this model."""
    name: Annotated[Text, Reads("a text", read_text)] = Text({})
    """What it is called."""
    summary: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """Where the customer is."""
    asks: Annotated[Text | None, Reads("a text", read_text)] = None
    """What the customer asks itself."""
    thoughts: Annotated[tuple[Item, ...], Reads("texts", many(Item))] = ()
    """What the customer typically thinks."""
    content: Annotated[tuple[str | Text, ...], Reads("types of content, or texts", listed(read_type))] = ()
    """The content that fits: types of content, or whatever it is in words."""
    serves: Annotated[str | None, Reads(", ".join(PURPOSES), choice(PURPOSES, "purpose"))] = None
    """What the stage is for, whatever it is called."""
    next: Annotated[tuple[Way, ...] | None, Reads("stages", read_ways)] = None
    """Where the customer goes from here; left out: the following stage."""
    was: Annotated[tuple[str, ...], Reads("old ids", listed(read_id))] = ()
    """Earlier ids, whose addresses lead here in every journey on this model."""


@takes(EntriesOf(Fields(lambda: ModelStage)))
def read_model_stages(node: Node, reading: Reading, name: str) -> tuple[ModelStage, ...]:
    """A mapping from id to stage, or a list of stages."""
    return tuple(_model_stage(entry, reading) for entry in stage_entries(node, reading, "stage"))


def _model_stage(entry: StageEntry, reading: Reading) -> ModelStage:
    given = {"id": entry.id, "origin": entry.place}
    stage = ModelStage.read(entry.node, reading, **given) or ModelStage.made(given)
    if stage.name:
        return stage
    words = entry.id.replace("-", " ").capitalize()
    return stage.model_copy(update={"name": Text({reading.language: words}, entry.place)})


@takes(Either((Format("number"), OneOf(ORDERS))))
def read_order(node: Node, reading: Reading, name: str) -> str | float | None:
    """How stages follow each other, or a place in lists: the one word means both."""
    number = node.as_number() if isinstance(node, Scalar) else None
    return number if number is not None else choice(ORDERS, "order")(node, reading, name)


class Model(Thing):
    """A stage model: the stages that journeys of one sort go through."""

    noun: ClassVar[str] = "a model"

    order: Annotated[
        str | float | None, Reads("linear, cyclic, network or none; or a number", read_order)
    ] = None  # type: ignore[assignment]
    """How the stages follow each other; a number is its place in lists, as on every thing."""
    fits: Annotated[Text | None, Reads("a text", read_text)] = None
    """When it fits, in one sentence."""
    source: Annotated[Text | None, Reads("Markdown", read_text)] = None
    """Where the model comes from."""
    stages: Annotated[tuple[ModelStage, ...], Reads("a mapping from id to stage", read_model_stages)] = ()
    """The stages in their order."""

    @property
    def built_in(self) -> bool:
        """Whether it comes with the product, and is written in no file of the handbook's."""
        return not self.file

    def stage(self, identity: str) -> ModelStage | None:
        """The stage of that id, None when the model has none."""
        return next((stage for stage in self.stages if stage.id == identity), None)
