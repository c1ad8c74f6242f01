"""Where customers go from a stage, and who else passes the same one."""

from __future__ import annotations

from dataclasses import dataclass

from journey_site.atlas.blank import is_blank
from journey_site.atlas.ways import order_of
from journey_site.documents.journeys import Journey, Stage
from journey_site.documents.values import Text
from journey_site.documents.ways import Way
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.views.compare.compare_stages import compare_link
from journey_site.site.views.entries import FaceView, Words
from journey_site.site.views.people.person import PersonView, people_of
from journey_site.site.views.stage.moods import stage_face
from journey_site.site.voice import Voice

OTHERS = 8
"""How many other personas' versions of a stage are named before a link takes over."""


@dataclass(frozen=True, slots=True)
class WayView:
    """Where customers go from here."""

    words: Words
    link: Link
    share: str
    why: Text | None
    kind: str
    """``on``, ``back``, ``skip``, ``again`` or ``exit``."""
    label: str = ""
    """The kind in words, for those who do not see the arrow."""
    portion: int | None = None
    """The share in whole percent; None when none is stated."""


@dataclass(frozen=True, slots=True)
class OtherView:
    """The same stage in another journey."""

    people: Words
    journey: Text
    link: Link
    face: FaceView | None
    persons: tuple[PersonView, ...] = ()
    """At most three of them, for their portraits."""
    state: str = ""
    """``as it should become`` and the like, when the journey is not one of today."""


def way_view(way: Way, journey: Journey, at: int, voice: Voice) -> WayView:
    """A way out of the stage at place ``at``."""
    _ = voice._
    share = voice.language.percent(way.share) if way.share is not None else ""
    portion = None if way.share is None else round(100 * way.share)
    stage = journey.stage(way.to) if way.to else None
    if stage is None:
        return WayView(way.exit or _("leaves the journey"), Link(), share, way.why, "exit", _("leaves"), portion)
    target = journey.stages.index(stage)
    if target == at:
        kind = "again"
    elif (order := order_of(journey, voice.atlas)) not in ("linear", "cyclic") or target == at + 1:
        kind = "on"
    elif order == "cyclic" and (at, target) == (len(journey.stages) - 1, 0):
        kind = "on"  # a ring closes
    else:
        kind = "back" if target < at else "skip"
    labels = {"on": _("on to"), "back": _("back to"), "skip": _("jumps to"), "again": _("once more")}
    return WayView(stage.name, voice.stage_link(journey, stage), share, way.why, kind, labels[kind], portion)


def other_views(journey: Journey, stage: Stage, voice: Voice) -> tuple[OtherView, ...]:
    """The same stage of the same model in other journeys, other people's first, at most eight."""
    if not journey.model:
        return ()
    same = [
        (other, its)
        for other, its in voice.stages_like.get((journey.model, stage.id), ())
        if other.id != journey.id and not is_blank(its)
    ]
    same.sort(key=lambda found: bool({*found[0].personas} & {*journey.personas}))
    return tuple(_other_view(other, its, voice) for other, its in same[:OTHERS])


def _other_view(other: Journey, stage: Stage, voice: Voice) -> OtherView:
    people = people_of(other, voice)[:3]
    return OtherView(
        voice.language.listed([person.short for person in people]) or voice._("Everyone"),
        other.name,
        voice.stage_link(other, stage),
        stage_face(other, stage, voice),
        people,
        voice._(vocabulary.STATES[other.state]) if other.is_plan and other.state else "",
    )


def more_others(journey: Journey, stage: Stage, voice: Voice) -> Link:
    """Where all versions of the stage stand side by side; nothing where there are not enough of them."""
    return compare_link(journey, stage, voice)
