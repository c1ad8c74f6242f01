"""What a stage model says is typical of its stages: the model's words, never to be taken for the customer's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import ModelStage
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.voice import Voice


@dataclass(frozen=True, slots=True)
class TypicalView:
    """What is typical of a stage, as its model has it."""

    model: Labelled
    """The model, with the stage's place on its page."""
    summary: Text | None
    """Where the customer is."""
    asks: Text | None
    """What the customer asks itself."""
    thoughts: tuple[Words, ...]
    content: tuple[Words, ...]
    """The content that fits, the product's own types in the reader's words."""
    serves: str
    """What the stage is for, in words."""

    @property
    def says(self) -> Words:
        """The one sentence of a customer's that stands for all: a thought, else the question."""
        return next(iter(self.thoughts), self.asks or "")


def typical_view(journey: Journey, stage: Stage, voice: Voice) -> TypicalView | None:
    """What the journey's model says of ``stage``; None when there is no model, or it says nothing but a name."""
    model = voice.atlas.models.get(journey.model) if journey.model else None
    pattern = model.stage(stage.id) if model else None
    if model is None or pattern is None:
        return None
    link = voice.link_to("models", model)
    view = typical_of(pattern, Labelled(model.name, Link(link.uri, pattern.id)), voice)
    return view if view.says or view.summary or view.content or view.serves else None


def typical_of(pattern: ModelStage, model: Labelled, voice: Voice) -> TypicalView:
    """What ``model`` says of its stage ``pattern``."""
    return TypicalView(
        model,
        pattern.summary,
        pattern.asks,
        tuple(item.text for item in pattern.thoughts if item.text),
        content_words(pattern.content, voice),
        voice._(vocabulary.PURPOSES[pattern.serves]) if pattern.serves else "",
    )


def content_words(content: Iterable[Words], voice: Voice) -> tuple[Words, ...]:
    """Types of content in the reader's words; what is no type stands as it is written."""
    types = vocabulary.CONTENT_TYPES
    return tuple(voice._(types[each][0]) if isinstance(each, str) and each in types else each for each in content)
