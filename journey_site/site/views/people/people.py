"""Personas as cards and heads: name, portrait or initials, colour, a sparkline of each journey."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from journey_site.atlas.mood import Moment, moments, worst_moment
from journey_site.atlas.reviews import Review, review_of
from journey_site.atlas.ways import order_of
from journey_site.documents.documents import KINDS
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.things import Persona, Thing
from journey_site.documents.values import Text
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, list_uri, review_anchor
from journey_site.site.curve import Point, curve_paths
from journey_site.site.views.entries import FaceView, Labelled, OwnerView, Words, face_of, owner_view
from journey_site.site.views.recalled import recalled
from journey_site.site.voice import Voice

_COLOURS = ("#bf360c", "#1565c0", "#2e7d32", "#6a1b9a", "#00695c", "#ad1457", "#4527a0", "#5d4037", "#37474f", "#9e5700")
"""For personas that state none: dark enough for white text on them (WCAG AA)."""
_KIND_OF = {model: kind for kind, model in KINDS.items()}


@dataclass(frozen=True, slots=True)
class PersonView:
    """Who: what heads, cards and marks show of a persona."""

    id: str
    name: Text
    short: str
    """The first name, for sentences and narrow places."""
    initials: str
    colour: str
    portrait: str
    """The picture's path in the site; empty: show the initials."""
    portrait_alt: Words
    role: Text | None
    facts: tuple[Words, ...]
    """Role, age, place, segment: what stands under the name."""
    quote: Text | None
    link: Link
    part: str = ""
    """The role in a buying group."""
    veto: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A marked place on a curve, in percent of its box from the left and the top."""

    left: float
    top: float
    face: FaceView
    words: Words = ""
    link: Link = NO_LINK


@dataclass(frozen=True, slots=True)
class SparklineView:
    """A journey's mood in one line; it is ``columns`` × 100 wide and 100 high."""

    columns: int
    paths: tuple[str, ...]
    zero: float
    """Where neutral lies, in the drawing's units from the top."""
    worst: Dot | None
    worst_stage: Words
    worst_link: Link
    label: str
    """The curve in words, for those who do not see it."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """When something was checked, and whether that is too long ago."""

    date: str
    by: str
    overdue_days: int
    words: str
    """The whole as a short sentence."""
    last: str = ""
    """When it was, and by whom, where ``words`` say how late it is."""
    queue: Link = NO_LINK
    """Its line in the queue of reviews, where it is overdue."""


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey in a list."""

    title: Text
    link: Link
    sparkline: SparklineView | None
    model: Labelled | None
    owner: OwnerView | None
    state: str
    review: ReviewView
    stages: int
    people: tuple[PersonView, ...]
    worst: FaceView | None
    worst_stage: Words
    worst_link: Link
    draft: bool
    retired: bool


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A persona with its journeys, for the start page and the list."""

    person: PersonView
    journeys: tuple[JourneyCard, ...]
    more: int
    """How many journeys are not shown."""
    owner: OwnerView | None
    review: ReviewView
    segment: Words
    lowest: JourneyCard | None = None
    """The journey that goes lowest, where none is shown in full."""
    draft: bool = False
    broad: bool = False
    """Whether it takes two of a row's four columns, where the screen has room for four."""
    late: str = ""
    """How many of its journeys are overdue for a review; empty when none is."""


def person_view(persona: Persona, voice: Voice, part: Text | None = None, *, veto: bool = False) -> PersonView:
    """What heads and cards show of ``persona``."""
    name = voice.words(persona.name)
    role = voice.words(part) if part else ""
    return PersonView(
        persona.id,
        persona.name,
        short_name(name),
        initials(name),
        persona.colour or _COLOURS[voice.place_of_persona.get(persona.id, 0) % len(_COLOURS)],
        voice.atlas.picture_path(persona.portrait) if persona.portrait else "",
        (persona.portrait.alt if persona.portrait else None) or "",
        persona.role,
        tuple(fact for fact in (persona.role, persona.age, persona.location) if fact),
        persona.quote,
        voice.link_to("personas", persona),
        voice._(vocabulary.ROLES[role]) if role in vocabulary.ROLES else role,
        veto,
    )


_JOINED = {"&", "+", "and", "och", "og"}
_NO_NAME = {"the", "a", "an", "brf"}


def short_name(name: str) -> str:
    """What a colleague would say: the first name, both of a couple, all of what begins with no name."""
    words = name.split()
    if len(words) > 2 and words[1].lower() in _JOINED:
        return " ".join(words[:3])
    return name if not words or words[0].lower() in _NO_NAME else words[0]


def initials(name: str) -> str:
    """One or two letters: of the first and the last word that begin with a letter."""
    words = [word for word in name.replace("&", " ").split() if word[0].isalpha() and (word[0].isupper() or len(word) > 3)]
    if not words:
        return name[:1].upper() or "?"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


@recalled
def people_of(journey: Journey, voice: Voice) -> tuple[PersonView, ...]:
    """Everybody whose journey it is, the first before the others."""
    if journey.actors:
        found = [(voice.atlas.find(actor.persona), actor) for actor in journey.actors]
        views = [person_view(who, voice, actor.role, veto=bool(actor.veto)) for who, actor in found if who]
        return _told_apart(_each_once(views, voice), voice)
    persona = voice.atlas.find(journey.persona)
    return (person_view(persona, voice),) if persona else ()


def _each_once(people: list[PersonView], voice: Voice) -> list[PersonView]:
    """Somebody in several roles is one person with all of them."""
    roles: dict[str, list[PersonView]] = {}
    for person in people:
        roles.setdefault(person.id, []).append(person)
    return [
        replace(
            same[0],
            part=voice.language.listed(list(dict.fromkeys(each.part for each in same if each.part))),
            veto=any(each.veto for each in same),
        )
        for same in roles.values()
    ]


def _told_apart(people: list[PersonView], voice: Voice) -> tuple[PersonView, ...]:
    """Those whom colleagues call alike go by their full names."""
    called = Counter(person.short for person in people)
    return tuple(
        replace(person, short=voice.words(person.name)) if called[person.short] > 1 else person for person in people
    )


def review_view(thing: Thing, voice: Voice) -> ReviewView:
    """When ``thing`` was checked, as a short sentence."""
    return _review_words(review_of(thing, voice.atlas), thing, voice)


def _review_words(review: Review, thing: Thing, voice: Voice) -> ReviewView:
    _, ngettext = voice._, voice.language.ngettext
    if review.reviewed is None:
        return ReviewView("", "", 0, _("never reviewed"))
    day = voice.language.date(review.reviewed)
    words = (_("reviewed %(date)s by %(who)s") if review.by else _("reviewed %(date)s")) % {"date": day, "who": review.by}
    if not review.overdue:
        return ReviewView(day, review.by, 0, words)
    late = ngettext("review %(num)s day overdue", "review %(num)s days overdue", review.overdue_days)
    # What is retired is in no queue.
    queue = NO_LINK if thing.publish == "retired" else Link(list_uri("review"), review_anchor(_KIND_OF[type(thing)], thing.id))
    return ReviewView(
        day, review.by, review.overdue_days, late % {"num": voice.language.number(review.overdue_days)}, words, queue
    )


def runs_of(journey: Journey, voice: Voice, actor: str | None = None) -> list[list[Point]]:
    """The known values along the journey as runs of points; a stage of which nothing is known parts two runs.

    Where the stages follow no order, each stands alone: a line between them would be a way that nobody takes.
    """
    alone = order_of(journey, voice.atlas) in ("network", "none")
    scale = voice.atlas.handbook.scale
    by_stage: dict[str, list[Point]] = {}
    known = moments(journey, actor)
    for column, stage in enumerate(journey.stages):
        here = [moment for moment in known if moment.stage is stage]
        for moment in here:
            by_stage.setdefault(stage.id, []).append(Point(_column(column, stage, moment.step), scale.position(moment.value)))
    runs: list[list[Point]] = []
    open_run: list[Point] = []
    for stage in journey.stages:
        points = by_stage.get(stage.id)
        if points:
            open_run += points
        if open_run and (alone or not points):
            runs.append(open_run)
            open_run = []
    return [*runs, open_run] if open_run else runs


def _column(column: int, stage: Stage, step: object) -> float:
    """A stage's own value lies in its middle, its steps' values are spread over its width."""
    if step is None:
        return float(column)
    at = next(index for index, each in enumerate(stage.steps) if each is step)
    return column - 0.5 + (at + 0.5) / len(stage.steps)


def lowest(journey: Journey, actor: str | None = None) -> Moment | None:
    """The lowest moment for ``actor``, else for anybody; None when nothing is known."""
    if actor is None:
        return worst_moment(journey)
    return min(moments(journey, actor), key=lambda moment: moment.value, default=None)


def sparkline(journey: Journey, voice: Voice, actor: str | None = None) -> SparklineView | None:
    """The journey's mood in one line, as ``actor`` feels it, else on the whole; None when nothing is known of it."""
    runs = runs_of(journey, voice, actor)
    worst = lowest(journey, actor)
    if not runs or worst is None:
        return None
    columns = len(journey.stages)
    scale = voice.atlas.handbook.scale
    at = next(index for index, stage in enumerate(journey.stages) if stage.id == worst.stage.id)
    point = Point(_column(at, worst.stage, worst.step), scale.position(worst.value))
    face = face_of(worst.value, voice)
    dot = Dot(round(point.x / columns, 2), round(point.y, 2), face) if face else None
    said = [
        f"{voice.words(moment.stage.name)} {voice.language.signed(moment.value)}"
        for moment in moments(journey, actor)
    ]
    link = voice.stage_link(journey, worst.stage)
    zero = Point(0, scale.position(scale.middle)).y
    return SparklineView(columns, tuple(curve_paths(runs)), zero, dot, worst.stage.name, link, ", ".join(said))


def journey_card(journey: Journey, voice: Voice, *, drawn: bool = True, actor: str | None = None) -> JourneyCard:
    """A journey in a list, with its line where ``drawn``; among one persona's, as that ``actor`` feels it."""
    worst = lowest(journey, actor)
    model = voice.atlas.find(journey.model)
    return JourneyCard(
        journey.name,
        voice.link_to("journeys", journey),
        sparkline(journey, voice, actor) if drawn else None,
        Labelled(model.name, voice.link_to("models", model)) if model else None,
        owner_view(journey.owner, voice),
        voice._(vocabulary.STATES[journey.state]) if journey.state else "",
        review_view(journey, voice),
        len(journey.stages),
        people_of(journey, voice),
        face_of(worst.value, voice) if worst else None,
        worst.stage.name if worst else "",
        voice.stage_link(journey, worst.stage) if worst else Link(),
        journey.publish == "draft",
        journey.publish == "retired",
    )


def persona_card(persona: Persona, voice: Voice, shown: int = 3, *, drawn: bool = True) -> PersonaCard:
    """A persona with up to ``shown`` of its journeys; with none shown, the one that goes lowest, with its line where ``drawn``."""
    journeys = voice.uses.journeys_of.get(persona.id, [])
    felt = [(moment.value, at) for at, journey in enumerate(journeys) if (moment := lowest(journey, persona.id))] if not shown else []
    return PersonaCard(
        person_view(persona, voice),
        tuple(journey_card(journey, voice, actor=persona.id) for journey in journeys[:shown]),
        max(0, len(journeys) - shown),
        owner_view(persona.owner, voice),
        review_view(persona, voice),
        persona.segment or "",
        journey_card(journeys[min(felt)[1]], voice, drawn=drawn, actor=persona.id) if felt else None,
        persona.publish == "draft",
        late=_late_journeys(journeys, voice),
    )


def _late_journeys(journeys: list[Journey], voice: Voice) -> str:
    late = sum(review_of(journey, voice.atlas).overdue for journey in journeys)
    if not late:
        return ""
    number = voice.language.number
    words = voice.language.ngettext("%(num)s of %(of)s journey overdue", "%(num)s of %(of)s journeys overdue", len(journeys))
    return words % {"num": number(late), "of": number(len(journeys))}
