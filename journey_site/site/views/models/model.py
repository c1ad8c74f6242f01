"""The page of a stage model: what it is, its stages, who uses it, how its stages correspond to other models'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from journey_site.atlas.blank import is_blank
from journey_site.documents.items import PURPOSES
from journey_site.documents.journeys import Journey
from journey_site.documents.models import Model, ModelStage
from journey_site.documents.values import Text
from journey_site.documents.ways import Way
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, compare_stage_uri, list_uri
from journey_site.site.language import N_
from journey_site.site.views.compare.compare_stages import compared_stages
from journey_site.site.views.entries import Labelled, OwnerView, Words, owner_view, refs_labels
from journey_site.site.views.lists.journey_rows import journey_columns, journey_row, review_fact
from journey_site.site.views.lists.tables import LONGEST, Cell, Table
from journey_site.site.views.models.model_shape import ModelShapeView, model_shape
from journey_site.site.views.models.typical import TypicalView, typical_of
from journey_site.site.views.people.reviewed import ReviewView, review_view
from journey_site.site.views.tell import TellView, tell_of_thing
from journey_site.site.voice import Voice

OTHERS = 24
"""How many other models a page sets beside its own; the list has them all."""
IN_A_FIELD = 5
"""How many stages of another model one field of the table names."""
NAMED = 6
"""How many journeys that leave a stage empty are named."""

ORDERS = {
    "linear": N_("one stage after the other"),
    "cyclic": N_("a ring: after the last stage comes the first again"),
    "network": N_("no order: every stage may lead to every other"),
    "none": N_("no order: areas side by side, without ways between them"),
}
"""How stages follow each other, in words."""


@dataclass(frozen=True, slots=True)
class ModelWay:
    """A way that the model itself states, where it is not simply on to the following stage."""

    label: str
    """The kind in words: back to, jumps to, leaves."""
    words: Words
    link: Link
    why: Text | None
    kind: str
    """``on``, ``back``, ``skip``, ``again`` or ``exit``."""


@dataclass(frozen=True, slots=True)
class ModelStageView:
    """A stage of the model; its anchor on the page is its id."""

    id: str
    number: int | None
    """Its place; None where the model has no order."""
    name: Text
    typical: TypicalView
    ways: tuple[ModelWay, ...]
    empty: str
    """In how many of its journeys nothing is written about it, in words; empty: in none."""
    empty_in: tuple[Labelled, ...]
    """The first of those journeys, each with its page of this stage."""
    compare: Link
    """Where the same stage of its journeys stands side by side; nothing where fewer than two fill it."""
    note: Text | None


@dataclass(frozen=True, slots=True)
class CorrespondingView:
    """A model as a row among others: its stages by what they are for."""

    name: Words
    link: Link
    own: bool
    """Whether it is the model that the page is about."""
    ordered: bool
    """Whether its stages have an order, so that a row may be read as one."""
    cells: tuple[tuple[Labelled, ...], ...]
    """For each purpose its stages; the last cell those of which it is not said."""


@dataclass(frozen=True, slots=True)
class ModelView:
    """Everything on the page of a stage model."""

    id: str
    kind_label: str
    kind_link: Link
    icon: str
    title: Text
    summary: Text | None
    fits: Text | None
    """When it fits."""
    lead: str
    """Whether it is built in, and how many journeys follow it."""
    order: str
    """``linear``, ``cyclic``, ``network`` or ``none``."""
    order_label: str
    ordered: bool
    """Whether its stages are numbered."""
    shape: ModelShapeView | None
    """The order as a drawing; None where a row of names says as much."""
    source: Text | None
    copy: str
    """The line that puts a journey on this model."""
    owner: OwnerView | None
    review: Cell
    """When it was checked; an empty cell for what is built in."""
    late: ReviewView | None
    """Its review, where that is overdue."""
    tell: TellView | None
    """Where to say that something here is wrong; None for what is built in, and where nobody is named."""
    evidence: tuple[Labelled, ...]
    stages: tuple[ModelStageView, ...]
    ways: bool
    """Whether it states ways of its own."""
    purposes: tuple[str, ...]
    """The heads over what stages are for."""
    unsaid: bool
    """Whether some stage in the table does not say what it is for, so that the last column stands."""
    corresponding: tuple[CorrespondingView, ...]
    """This model first, then those that are in use, then the others."""
    more: int
    """How many further models stand in the list alone."""
    journeys: Table
    anchors: dict[str, str]
    """The anchors of the page's sections, none of which is a stage's id."""
    note: Text | None
    draft: bool
    retired: bool


def order_of_model(model: Model) -> str:
    """How its stages follow each other; ``linear`` where nothing is said."""
    return model.order if isinstance(model.order, str) else "linear"


def journeys_on(voice: Voice) -> dict[str, list[Journey]]:
    """The journeys on each model, by its id; what is retired is used no more."""
    found: dict[str, list[Journey]] = {}
    for journey in voice.atlas.journeys.values():
        if journey.model and journey.publish != "retired":
            found.setdefault(journey.model, []).append(journey)
    return found


def model_view(model: Model, voice: Voice) -> ModelView:
    """The page of ``model``."""
    _ = voice._
    label, icon, _purpose = vocabulary.KINDS["models"]
    used = journeys_on(voice)
    journeys = used.get(model.id, [])
    order = order_of_model(model)
    others = _others(model, used, voice)
    rows = tuple(_corresponding(each, model, voice) for each in (model, *others[:OTHERS]))
    stages = tuple(_stage(at, model, journeys, voice) for at in range(len(model.stages)))
    taken = {stage.id for stage in model.stages}
    review = review_view(model, voice)
    return ModelView(
        id=model.id,
        kind_label=_(label),
        kind_link=Link(list_uri("models")),
        icon=icon,
        title=model.name,
        summary=model.summary,
        fits=model.fits,
        lead=_lead(model, len(journeys), voice),
        order=order,
        order_label=_(ORDERS[order]),
        ordered=order in ("linear", "cyclic"),
        shape=model_shape(model, order, voice),
        source=model.source,
        copy=f"model: {model.id}",
        owner=owner_view(model.owner, voice),
        review=review_fact(model, voice) if model.file else Cell(),
        late=review if review.overdue_days else None,
        tell=tell_of_thing(model, voice) if model.file else None,
        evidence=refs_labels(model.evidence, voice),
        stages=stages,
        ways=any(stage.ways for stage in stages),
        purposes=tuple(_(vocabulary.PHASES[purpose]) for purpose in PURPOSES),
        unsaid=any(row.cells[-1] for row in rows),
        corresponding=rows,
        more=max(0, len(others) - OTHERS),
        journeys=Table(
            "journeys", _("Journeys on this model"), "material/map-outline", _without_model(journey_columns(voice)),
            tuple(_without_model(journey_row(each, voice)) for each in journeys[:LONGEST]),
        ),
        anchors={name: f"{name}_" if name in taken else name for name in ("stages", "correspondence", "journeys", "journeys_table")},
        note=model.note,
        draft=model.publish == "draft",
        retired=model.publish == "retired",
    )  # fmt: skip


def _lead(model: Model, journeys: int, voice: Voice) -> str:
    if journeys:
        words = voice.language.ngettext("%(num)s journey follows it.", "%(num)s journeys follow it.", journeys)
        words %= {"num": voice.language.number(journeys)}
    else:
        words = voice._("No journey follows it yet.")
    return " ".join((voice._("Built in."), words)) if model.built_in else words


def _without_model(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row of journeys on the page of their model, which need not say it again."""
    return (*row[:2], *row[3:])


def _stage(at: int, model: Model, journeys: list[Journey], voice: Voice) -> ModelStageView:
    pattern = model.stages[at]
    having = [(journey, stage) for journey in journeys if (stage := journey.stage(pattern.id))]
    blank = [(journey, stage) for journey, stage in having if is_blank(stage)]
    empty = ""
    if blank:
        words = voice.language.ngettext("Empty in %(few)s of %(num)s journey", "Empty in %(few)s of %(num)s journeys", len(having))
        empty = words % {"few": voice.language.number(len(blank)), "num": voice.language.number(len(having))}
    return ModelStageView(
        id=pattern.id,
        number=at + 1 if order_of_model(model) in ("linear", "cyclic") else None,
        name=pattern.name,
        typical=typical_of(pattern, Labelled(model.name), voice),
        ways=tuple(_way(way, at, model, voice) for way in pattern.next or () if not _is_plain(way, at, model)),
        empty=empty,
        empty_in=tuple(Labelled(journey.name, voice.stage_link(journey, stage)) for journey, stage in blank[:NAMED]),
        compare=Link(compare_stage_uri(model.id, pattern.id)) if pattern.id in compared_stages(voice).get(model.id, ()) else NO_LINK,
        note=pattern.note,
    )


def _following(at: int, model: Model) -> str:
    """The id of the stage that the order puts after the one at place ``at``; empty when there is none."""
    order = order_of_model(model)
    if at + 1 < len(model.stages):
        return model.stages[at + 1].id if order in ("linear", "cyclic") else ""
    return model.stages[0].id if order == "cyclic" and len(model.stages) > 1 else ""


def _is_plain(way: Way, at: int, model: Model) -> bool:
    """Whether a way says no more than the order does."""
    return way.to is not None and way.to == _following(at, model) and way.why is None and way.share is None


def _way(way: Way, at: int, model: Model, voice: Voice) -> ModelWay:
    _ = voice._
    target = next((place for place, stage in enumerate(model.stages) if stage.id == way.to), None)
    if target is None:
        return ModelWay(_("leaves"), way.exit or "", NO_LINK, way.why, "exit")
    order, last = order_of_model(model), len(model.stages) - 1
    if target == at:
        kind = "again"
    elif order in ("network", "none") or way.to == _following(at, model):
        kind = "on"
    elif target < at and not (order == "cyclic" and at == last):
        kind = "back"
    else:  # in a ring the way from the last stage leads on, past the first
        kind = "skip"
    labels = {"on": _("on to"), "back": _("back to"), "skip": _("jumps to"), "again": _("once more")}
    stage = model.stages[target]
    return ModelWay(labels[kind], stage.name, Link(anchor=stage.id), way.why, kind)


def _others(model: Model, used: dict[str, list[Journey]], voice: Voice) -> list[Model]:
    """The other models, those of most journeys first, then the handbook's own, then what else is built in."""
    live = [each for each in voice.atlas.models.values() if each.publish != "retired" and each.id != model.id]
    live.sort(key=lambda each: (-len(used.get(each.id, ())), each.built_in))
    return [*live, *(each for each in voice.atlas.other_models.values() if each.id != model.id)]


def _corresponding(each: Model, model: Model, voice: Voice) -> CorrespondingView:
    own = each.id == model.id
    page = NO_LINK if own else voice.link_to("models", each)
    return CorrespondingView(
        each.name,
        page,
        own,
        order_of_model(each) in ("linear", "cyclic"),
        tuple(
            _field([stage for stage in each.stages if stage.serves == purpose], page, voice, None if own else IN_A_FIELD)
            for purpose in (*PURPOSES, None)
        ),
    )


def _field(stages: list[ModelStage], page: Link, voice: Voice, most: int | None) -> tuple[Labelled, ...]:
    """The stages of one model that serve one purpose; past ``most`` the rest is a number."""
    named = tuple(Labelled(stage.name, Link(page.uri, stage.id)) for stage in stages[:most])
    rest = len(stages) - len(named)
    return (*named, Labelled(voice._("%(num)s more") % {"num": voice.language.number(rest)}, page)) if rest else named


__all__ = ["CorrespondingView", "ModelStageView", "ModelView", "ModelWay", "journeys_on", "model_view", "order_of_model"]
