"""One stage in every journey on its model, side by side: what is the same for all, and who stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journey_site.atlas.blank import is_blank
from journey_site.atlas.mood import lowest_in
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.models import Model
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, compare_stage_uri
from journey_site.site.language import N_
from journey_site.site.views.compare.compare_rows import COLUMNS, ComparedRow, compared_rows, held_in
from journey_site.site.views.entries import FaceView, Labelled, Words
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.views.recalled import recalled
from journey_site.site.views.stage.moods import ScaleView, scale_view, stage_face, stands_for
from journey_site.site.voice import Voice

FEWEST = 2


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """One journey: whose it is, and how the stage feels there."""

    people: tuple[PersonView, ...]
    """At most three of them, for their portraits."""
    who: Words
    who_link: Link
    """The person's page; none where several make the journey."""
    journey: Text
    link: Link
    """The page of the stage in this journey."""
    state: str
    """``as it should become`` and the like; empty for a journey as it is today."""
    colour: str
    face: FaceView | None
    scale: ScaleView | None
    mood_of: str
    """What the number stands for where nobody wrote it: a mean, the worst of the steps."""


@dataclass(frozen=True, slots=True)
class ComparedStep:
    """A stage of the model, with its own comparison where there is one."""

    name: Words
    link: Link
    number: int | None
    here: bool


@dataclass(frozen=True, slots=True)
class CompareStageView:
    """Everything on the page that compares one stage."""

    name: Words
    model: Labelled
    ordered: bool
    number: int | None
    """The stage's place in the model; None where the model has no order."""
    count: int
    """How many stages the model has."""
    summary: Text | None
    verdict: tuple[str, ...]
    columns: tuple[ComparedColumn, ...]
    rows: tuple[ComparedRow, ...]
    others: tuple[ComparedColumn, ...]
    """Journeys beyond the columns."""
    blank: tuple[Labelled, ...]
    """Journeys in which nothing is written about the stage yet."""
    stages: tuple[ComparedStep, ...]
    previous: ComparedStep | None
    next: ComparedStep | None


@recalled
def compared_stages(voice: Voice) -> dict[str, tuple[str, ...]]:
    """By model: the stages that at least two journeys fill, in the model's order."""
    filled: dict[str, Counter[str]] = {}
    for (model, stage), held in voice.stages_like.items():
        count = sum(not is_blank(its) for _, its in held)
        if model in voice.atlas.models and count >= FEWEST:
            filled.setdefault(model, Counter())[stage] = count
    found = {}
    for pattern in voice.atlas.models.values():
        if pattern.id in filled:
            own = dict.fromkeys(stage.id for stage in pattern.stages)
            found[pattern.id] = tuple(each for each in {**own, **filled[pattern.id]} if each in filled[pattern.id])
    return found


def compare_link(journey: Journey, stage: Stage, voice: Voice) -> Link:
    """The page where ``stage`` is compared with the same in other journeys; nothing where there is none."""
    known = compared_stages(voice).get(journey.model, ()) if journey.model else ()
    return Link(compare_stage_uri(journey.model, stage.id)) if journey.model and stage.id in known else NO_LINK


def stage_name(model: Model, stage: str, voice: Voice) -> Words:
    """What the stage is called in the model, else in the first journey that has it."""
    pattern = next((each for each in model.stages if each.id == stage), None)
    return pattern.name if pattern else voice.stages_like[model.id, stage][0][1].name


def compare_stage_view(model: Model, stage: str, voice: Voice) -> CompareStageView:
    """The page that compares ``stage`` in every journey on ``model``."""
    held = voice.stages_like[model.id, stage]
    filled = sorted(((journey, its) for journey, its in held if not is_blank(its)), key=_worst_first)
    columns = [_column(journey, its, voice) for journey, its in filled]
    steps = _steps(model, stage, voice)
    ordered = model.order not in ("network", "none")
    at = next((place for place, step in enumerate(steps) if step.here), 0)
    pattern = next((each for each in model.stages if each.id == stage), None)
    reachable = [step for step in steps if step.link or step.here]
    here = next(place for place, step in enumerate(reachable) if step.here)
    return CompareStageView(
        name=stage_name(model, stage, voice),
        model=Labelled(model.name, voice.link_to("models", model)),
        ordered=ordered,
        number=at + 1 if ordered else None,
        count=len(steps),
        summary=pattern.summary if pattern else None,
        verdict=tuple(_verdict(filled, voice)),
        columns=tuple(columns[:COLUMNS]),
        rows=tuple(compared_rows(filled, voice)),
        others=tuple(columns[COLUMNS:]),
        blank=tuple(_blank(journey, its, voice) for journey, its in held if is_blank(its)),
        stages=steps,
        previous=reachable[here - 1] if ordered and here else None,
        next=reachable[here + 1] if ordered and here + 1 < len(reachable) else None,
    )


def _worst_first(found: tuple[Journey, Stage]) -> tuple[bool, float]:
    value = lowest_in(*found)
    return value is None, value or 0.0


def _steps(model: Model, here: str, voice: Voice) -> tuple[ComparedStep, ...]:
    known = compared_stages(voice)[model.id]
    ids = dict.fromkeys((*(each.id for each in model.stages), *known))
    numbered = model.order not in ("network", "none")
    return tuple(
        ComparedStep(
            stage_name(model, each, voice),
            Link(compare_stage_uri(model.id, each)) if each in known else NO_LINK,
            at if numbered else None,
            each == here,
        )
        for at, each in enumerate(ids, 1)
    )


def _column(journey: Journey, stage: Stage, voice: Voice) -> ComparedColumn:
    people = people_of(journey, voice)
    state = voice._(vocabulary.STATES[journey.state]) if journey.state and journey.state != "current" else ""
    return ComparedColumn(
        people[:3],
        _who(people, voice),
        people[0].link if len(people) == 1 else NO_LINK,
        journey.name,
        voice.stage_link(journey, stage),
        state,
        people[0].colour if people else "",
        stage_face(journey, stage, voice),
        scale_view(journey, stage, voice),
        stands_for(stage, voice),
    )


def _who(people: Sequence[PersonView], voice: Voice) -> Words:
    """Whose journey it is: one person's, a group's, everyone's."""
    if len(people) == 1:
        return people[0].short
    return voice.language.listed([person.short for person in people]) if people else voice._("Everyone")


def _blank(journey: Journey, stage: Stage, voice: Voice) -> Labelled:
    return Labelled(journey.name, voice.stage_link(journey, stage), note=str(_who(people_of(journey, voice), voice)))


def _verdict(filled: Sequence[tuple[Journey, Stage]], voice: Voice) -> Iterator[str]:
    """Who feels worst and best, and how much of what we give is the same for all."""
    _, ngettext, number, signed = voice._, voice.language.ngettext, voice.language.number, voice.language.signed
    felt = [(value, journey) for journey, stage in filled if (value := lowest_in(journey, stage)) is not None]
    if len(felt) > 1:
        people = Counter(str(_who(people_of(journey, voice), voice)) for journey, _stage in filled)
        ends = [felt[0][1], felt[-1][1]]
        whose = [str(_who(people_of(journey, voice), voice)) for journey in ends]
        alone = all(people[name] == 1 for name in whose)
        names = whose if alone else [voice.words(journey.name) for journey in ends]
        (low, _worst), (high, _best) = felt[0], felt[-1]
        if low == high:
            yield _("It feels the same for all: %(value)s.") % {"value": signed(low)}
        else:
            told = {"worst": names[0], "low": signed(low), "best": names[1], "high": signed(high)}
            if alone:
                yield _("It feels worst for %(worst)s, %(low)s, and best for %(best)s, %(high)s.") % told
            else:
                yield _("It feels worst in “%(worst)s”, %(low)s, and best in “%(best)s”, %(high)s.") % told
    for lane, none, one, many in (
        (
            "content",
            N_("No piece of content is the same for all."),
            N_("%(same)s of %(num)s piece of content is the same for all."),
            N_("%(same)s of %(num)s pieces of content are the same for all."),
        ),
        (
            "touchpoints",
            N_("No touchpoint is the same for all."),
            N_("%(same)s of %(num)s touchpoint is the same for all."),
            N_("%(same)s of %(num)s touchpoints are the same for all."),
        ),
    ):
        held = held_in(filled, lane)
        if held:
            same = sum(count == len(filled) for count in held.values())
            told = {"same": number(same), "num": number(len(held))}
            yield ngettext(one, many, len(held)) % told if same else _(none)
