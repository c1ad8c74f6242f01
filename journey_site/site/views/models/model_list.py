"""The list of stage models: those in use first, then what else is built in, each with its stages in a row."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.documents.models import Model
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.lists import list_files
from journey_site.site.views.lists.tables import FILTERED
from journey_site.site.views.models.model import ORDERS, journeys_on, order_of_model
from journey_site.site.voice import Voice

STAGES = 12
"""How many of a model's stages a row of the list shows."""


@dataclass(frozen=True, slots=True)
class ModelRowView:
    """A stage model in the list."""

    id: str
    name: Text
    link: Link
    fits: Text | None
    """When it fits, else what it is."""
    order: str
    """``linear``, ``cyclic``, ``network`` or ``none``."""
    order_label: str
    stages: tuple[Words, ...]
    more: int
    """How many stages there are beyond those shown."""
    journeys: str
    """How many journeys follow it; empty: none."""
    copy: str
    """The line that puts a journey on this model."""
    draft: bool


@dataclass(frozen=True, slots=True)
class ModelGroupView:
    """Some of the models under a heading."""

    anchor: str
    title: str
    """Empty where one group is all there is."""
    lead: str
    used: bool
    """Whether the number of journeys is told, rather than the line to copy."""
    models: tuple[ModelRowView, ...]


@dataclass(frozen=True, slots=True)
class ModelListView:
    """The page that lists the stage models."""

    title: str
    purpose: str
    count: str
    """How many of them the handbook uses or has written, in words; those that are merely built in are not counted."""
    groups: tuple[ModelGroupView, ...]
    data: tuple[Labelled, ...]
    """The counted ones as files for spreadsheets and programs."""

    @property
    def filtered(self) -> bool:
        """Whether the page is long enough to be searched."""
        return sum(len(group.models) for group in self.groups) > FILTERED


def model_list_view(voice: Voice) -> ModelListView:
    """The list of stage models."""
    _ = voice._
    label, _icon, purpose = vocabulary.KINDS["models"]
    used = {identity: len(journeys) for identity, journeys in journeys_on(voice).items()}
    live = [each for each in voice.atlas.models.values() if each.publish != "retired"]
    # A built-in one that only a retired journey is on is a choice like the others.
    here = [each for each in live if used.get(each.id) or not each.built_in]
    also = [each for each in live if each.built_in and not used.get(each.id)] + [*voice.atlas.other_models.values()]
    here.sort(key=lambda each: -used.get(each.id, 0))
    groups = [
        ModelGroupView("used", _("Used here"), "", True, tuple(_row(each, used, voice) for each in here)),
        ModelGroupView(
            "built_in", _("Also built in"),
            _("To put a journey on one of them, write its line into the journey’s file."),
            False, tuple(_row(each, used, voice) for each in also),
        ),
    ]  # fmt: skip
    groups = [group for group in groups if group.models]
    count = _("%(num)s in all") % {"num": voice.language.number(len(here))} if here else ""
    return ModelListView(_(label), _(purpose), count, tuple(groups), list_files("models") if here else ())


def _row(model: Model, used: dict[str, int], voice: Voice) -> ModelRowView:
    order = order_of_model(model)
    return ModelRowView(
        model.id,
        model.name,
        voice.link_to("models", model),
        model.fits or model.summary,
        order,
        voice._(ORDERS[order]),
        tuple(stage.name for stage in model.stages[:STAGES]),
        max(0, len(model.stages) - STAGES),
        voice.language.number(used[model.id]) if used.get(model.id) else "",
        f"model: {model.id}",
        model.publish == "draft",
    )
