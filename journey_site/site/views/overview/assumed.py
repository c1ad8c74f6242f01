"""How sure the handbook is of what it says, journey by journey, and all that is only assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journey_site.atlas.uses import Place
from journey_site.documents.items import Common
from journey_site.documents.journeys import Journey, Stage
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link, list_uri
from journey_site.site.views.entries import Labelled, Words
from journey_site.site.views.lists.rows import first_of_many
from journey_site.site.views.lists.tables import FILTERED, LONGEST
from journey_site.site.views.people.person import whose
from journey_site.site.views.recalled import recalled
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.views.stage.claims import CLAIMS
from journey_site.site.views.used import claimed
from journey_site.site.voice import Voice

CLAIMED = 600
"""Past this many assumed claims the page counts the others."""
UNSTATED = 300
"""Past this many claims that do not say how sure they are it counts the others: their list is for work to begin with."""
UNSTATED_AT_ONCE = 12
"""How many of them a journey names."""
OF_JOURNEYS = ("expectations", "pains", "gains", "metrics")
"""What a journey says of the customer beside its stages."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said about the customer, and where."""

    entry: Common
    lane: str
    stage: Stage | None = None
    step: str = ""
    """The step's id, where it stands in one."""


@dataclass(frozen=True, slots=True)
class ShareView:
    """How much of some claims is known how well."""

    count: int
    parts: tuple[tuple[str, int], ...]
    """``measured``, ``observed``, ``assumed`` and empty (not stated), each with how many; none that is nought."""
    percents: dict[str, float]
    """What of the whole each part is, in hundredths; they add up to 1."""
    words: str
    """The shares in words: ``40% assumed, 35% observed, 25% not stated``."""
    assumed: str
    """The assumed share alone."""


@dataclass(frozen=True, slots=True)
class SureView:
    """How sure a journey is of what it says: the legend of the marks beside its claims, with their shares."""

    shares: tuple[tuple[str, str, str], ...]
    """``assumed``, ``observed``, ``measured``, each with its name in the reader's words and its share."""
    rest: Labelled
    """How much does not say how sure it is, with where to read on."""


@dataclass(frozen=True, slots=True)
class AssumedClaim:
    """A claim that nobody has checked."""

    words: Words
    lane: str
    """What sort of claim it is: Pain, Thinks, …"""
    icon: str
    place: Labelled
    """The stage, or the journey where it concerns all of it."""
    link: Link = NO_LINK
    """The claim's own place in that stage."""


@dataclass(frozen=True, slots=True)
class AssumedList:
    """Claims of one journey that are alike in how well they are known."""

    title: str
    """How many there are, in words; empty: none."""
    claims: tuple[AssumedClaim, ...]
    more: str
    """A sentence, where there are others."""


@dataclass(frozen=True, slots=True)
class AssumedJourney:
    """A journey with what it assumes."""

    id: str
    title: Words
    link: Link
    whose: str
    share: ShareView
    assumed: AssumedList
    unstated: AssumedList
    """What does not say how sure it is: nobody knows whether it was checked."""


@dataclass(frozen=True, slots=True)
class AssumedView:
    """Everything on the page of what is only assumed."""

    title: str
    icon: str
    purpose: str
    verdict: str
    share: ShareView
    """Of the whole handbook."""
    lead: str
    """A sentence, where there are more journeys than are listed."""
    journeys: tuple[AssumedJourney, ...]
    evidence: Link
    """The list of sources; nothing where there are none."""

    @property
    def filtered(self) -> bool:
        """Whether it is long enough to be searched."""
        return len(self.journeys) > FILTERED


@recalled
def has_assumed(voice: Voice) -> bool:
    """Whether anything is said to be assumed, and those who could check it are told so."""
    return voice.upkeep and any(claim.entry.confidence == "assumed" for journey in _live(voice) for claim in claims_in(journey))


def claims_in(journey: Journey) -> Iterator[Claim]:
    """Everything that ``journey`` says about the customer."""
    for lane in OF_JOURNEYS:
        yield from (Claim(entry, lane) for entry in getattr(journey, lane))
    for stage in journey.stages:
        for lane in CLAIMS:
            yield from (Claim(entry, lane, stage) for entry in getattr(stage, lane))
        for step in stage.steps:
            for lane in CLAIMS:
                yield from (Claim(entry, lane, stage, step.id or "") for entry in getattr(step, lane))


def share_of(claims: Iterable[Claim], voice: Voice) -> ShareView:
    """How well ``claims`` are known."""
    stated = [claim.entry.confidence or "" for claim in claims]
    parts = tuple((name, stated.count(name)) for name in ("assumed", "observed", "measured", "") if name in stated)
    names = {name: voice._(label) for name, (label, _icon) in vocabulary.CONFIDENCES.items()} | {"": voice._("not stated")}

    percents: dict[str, float] = dict(zip(dict(parts), _whole_percents([count for _, count in parts]), strict=True))
    words = ", ".join(f"{voice.language.percent(percents[name])} {names[name]}" for name, _ in parts)
    return ShareView(len(stated), parts, percents, words, voice.language.percent(percents.get("assumed", 0)))


def _whole_percents(counts: Sequence[int]) -> list[float]:
    """What of the whole each is, in hundredths that add up to it: what rounding down leaves goes to whom it takes the most."""
    whole = sum(counts)
    cut = [100 * count // whole for count in counts] if whole else []
    most = sorted(range(len(cut)), key=lambda at: -(100 * counts[at] % whole))
    for at in most[: 100 - sum(cut)]:
        cut[at] += 1
    return [each / 100 for each in cut]


def sure_view(journey: Journey, voice: Voice) -> SureView | None:
    """How sure a journey is of what it says; None where no claim says how sure it is."""
    claims = list(claims_in(journey))
    if not any(claim.entry.confidence for claim in claims):
        return None
    parts = share_of(claims, voice).percents
    shares = tuple(
        (name, voice._(label), voice.language.percent(parts.get(name, 0))) for name, (label, _icon) in vocabulary.CONFIDENCES.items()
    )
    unstated = voice.language.percent(parts[""]) if "" in parts else ""
    link = Link(list_uri("assumed"), journey.id) if has_assumed(voice) and journey.id in _listed(voice) else NO_LINK
    rest = voice._("%(share)s not stated") % {"share": unstated} if unstated else ""
    return SureView(shares, Labelled(rest or (voice._("What is only assumed") if link else ""), link))


def assumed_view(voice: Voice) -> AssumedView:
    """The page of what is only assumed, the journey with the largest share first."""
    label, icon, purpose = vocabulary.ASSUMED
    claims = {journey.id: list(claims_in(journey)) for journey in _live(voice)}
    everything = share_of((claim for here in claims.values() for claim in here), voice)
    listed = _listed(voice)
    left, unstated_left, journeys = CLAIMED, UNSTATED, []
    for identity in listed:
        journeys.append(_journey(voice.atlas.journeys[identity], claims[identity], left, min(unstated_left, UNSTATED_AT_ONCE), voice))
        left -= len(journeys[-1].assumed.claims)
        unstated_left -= len(journeys[-1].unstated.claims)
    count = sum(bool(here) for here in claims.values())
    told = {"share": everything.assumed, "num": voice.language.number(everything.count)}
    words = voice._("%(share)s of the %(num)s things said about customers are only assumed: nobody has checked them.")
    unstated = everything.percents.get("", 0)
    if unstated:
        words += " " + voice._("Of %(unstated)s nobody says how sure it is.")
        told["unstated"] = voice.language.percent(unstated)
    return AssumedView(
        title=voice._(label),
        icon=icon,
        purpose=voice._(purpose),
        verdict=words % told,
        share=everything,
        lead=first_of_many(count, len(listed), voice),
        journeys=tuple(journeys),
        evidence=Link(list_uri("evidence")) if voice.atlas.evidence else NO_LINK,
    )


def _live(voice: Voice) -> list[Journey]:
    return [journey for journey in voice.atlas.journeys.values() if journey.publish != "retired"]


@recalled
def _listed(voice: Voice) -> dict[str, None]:
    """The journeys that say anything, by id: who assumes the most first, then who says least how sure it is."""
    shares = {}
    for journey in _live(voice):
        stated = [claim.entry.confidence for claim in claims_in(journey)]
        if stated:
            shares[journey.id] = (-stated.count("assumed") / len(stated), -stated.count(None) / len(stated))
    return dict.fromkeys(sorted(shares, key=lambda identity: shares[identity])[:LONGEST])


def _journey(journey: Journey, claims: list[Claim], room: int, unstated_room: int, voice: Voice) -> AssumedJourney:
    ngettext = voice.language.ngettext
    assumed = [claim for claim in claims if claim.entry.confidence == "assumed"]
    unstated = [claim for claim in claims if not claim.entry.confidence]
    return AssumedJourney(
        journey.id,
        journey.name,
        voice.link_to("journeys", journey),
        whose(journey, voice),
        share_of(claims, voice),
        _list(assumed, ngettext("%(num)s thing is only assumed", "%(num)s things are only assumed", len(assumed)), journey, room, voice),
        _list(
            unstated,
            ngettext("%(num)s thing does not say how sure it is", "%(num)s things do not say how sure they are", len(unstated)),
            journey,
            unstated_room,
            voice,
        ),
    )


def _list(claims: list[Claim], title: str, journey: Journey, room: int, voice: Voice) -> AssumedList:
    number = voice.language.number
    shown = claims[: max(0, room)]
    more = len(claims) - len(shown)
    others = voice.language.ngettext("and %(num)s more, on the pages of its stages", "and %(num)s more, on the pages of its stages", more)
    return AssumedList(
        title % {"num": number(len(claims))} if claims else "",
        tuple(_claim(claim, journey, voice) for claim in shown),
        others % {"num": number(more)} if more else "",
    )


def _claim(claim: Claim, journey: Journey, voice: Voice) -> AssumedClaim:
    label, icon = (voice._("Expects"), "") if claim.lane == "expectations" else vocabulary.LANES[claim.lane]
    if claim.stage is None:
        place = Labelled(voice._("the whole journey"), voice.link_to("journeys", journey))
    else:
        anchor = f"step-{claim.step}" if claim.step else claim.lane
        place = Labelled(claim.stage.name, voice.stage_link(journey, claim.stage, anchor))
    step = next((each for each in claim.stage.steps if each.id == claim.step), None) if claim.stage and claim.step else None
    where = entry_link(Place(journey, claim.stage, step), claim.entry, voice) if claim.stage else NO_LINK
    return AssumedClaim(claimed(claim.entry, voice), voice._(label), icon, place, where)
