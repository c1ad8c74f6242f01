"""How it feels at a glance wherever customers meet a touchpoint: a field for each stage, journey by journey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journey_site.atlas.uses import Use
from journey_site.documents.values import Text
from journey_site.sentence import NN_
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.views.entries import FaceView, Labelled, Words, face_of
from journey_site.site.views.people.person import whose
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.voice import Voice

ROWS = 12
"""Past this many rows the others are folded away, or left to the list below."""
FIELDS = 5
"""Past this many fields in a touchpoint's row the others, which feel better, are counted."""


@dataclass(frozen=True, slots=True)
class MetField:
    """One stage where it is met."""

    link: Link
    """The touchpoint in that stage."""
    face: FaceView | None
    """How it feels there at its worst; None when nobody knows."""
    stage: Words
    who: str
    """Whose stage it is, where the row does not say so; else empty."""


@dataclass(frozen=True, slots=True)
class MetRow:
    """A journey with the stages where a touchpoint is met; on a channel's page a touchpoint with all its stages."""

    title: Words
    link: Link
    note: str
    """Whose journey it is, and which state of things it tells of; empty for a touchpoint."""
    fields: tuple[MetField, ...]
    more: str = ""
    """How many more fields there are, in words."""


@dataclass(frozen=True, slots=True)
class MetView:
    """The whole of it."""

    label: str
    """What the fields tell, in words."""
    rows: tuple[MetRow, ...]
    folded: tuple[MetRow, ...] = ()
    """Those that open at a click."""
    more: str = ""
    """How many more rows there are, in words."""
    more_link: Link = NO_LINK
    """Where they are told, when they are not folded away here."""


def met_in_journeys(uses: Iterable[Use], voice: Voice) -> MetView | None:
    """Where one touchpoint is met, a row for each journey; None where it is met nowhere."""
    journeys: dict[str, list[Use]] = {}
    for use in uses:
        journeys.setdefault(use.place.journey.id, []).append(use)
    rows = []
    for found in journeys.values():
        journey = found[0].place.journey
        state = voice._(vocabulary.STATES[journey.state]) if journey.state and journey.state != "current" else ""
        note = " · ".join(part for part in (whose(found[0].place.journey, voice), state) if part)
        rows.append(_row(Labelled(journey.name, voice.link_to("journeys", journey), note=note), found, voice, named=False))
    if not rows:
        return None
    label = voice._("Experience in each stage where customers meet it, by journey")
    more = _more(*NN_("%(num)s more journey", "%(num)s more journeys"), len(rows), voice)
    return MetView(label, tuple(rows[:ROWS]), tuple(rows[ROWS:]), more)


def met_by_touchpoint(found: Iterable[tuple[Labelled, list[Use]]], list_link: Link, voice: Voice) -> MetView | None:
    """Where several touchpoints are met, a row for each of them that is met at all; None where none is.

    ``list_link`` leads to the list of all of them.
    """
    rows = [_row(touchpoint, uses, voice, named=True) for touchpoint, uses in found if uses]
    if not rows:
        return None
    label = voice._("Experience in each stage where customers meet us here, by touchpoint")
    more = _more(*NN_("%(num)s more touchpoint", "%(num)s more touchpoints"), len(rows), voice)
    return MetView(label, tuple(rows[:ROWS]), (), more, list_link)


def _more(one: str, many: str, count: int, voice: Voice) -> str:
    left = count - ROWS
    return voice.language.ngettext(one, many, left) % {"num": voice.language.number(left)} if left > 0 else ""


def _row(head: Labelled, uses: list[Use], voice: Voice, *, named: bool) -> MetRow:
    stages: dict[tuple[str, str], list[Use]] = {}
    for use in uses:
        stages.setdefault((use.place.journey.id, use.place.stage.id if use.place.stage else ""), []).append(use)
    shown = list(stages.values())
    if named:
        shown = sorted(shown, key=_worst)[:FIELDS]
    left = len(stages) - len(shown)
    more = voice.and_more(left)
    fields = [_field(here, voice, named=named) for here in shown]
    told = [(voice.words(each.stage) if isinstance(each.stage, Text) else each.stage, each.who) for each in fields]
    fields = [
        replace(each, who=f"{each.who} · {voice.words(here[0].place.journey.name)}") if named and told.count(said) > 1 else each
        for each, said, here in zip(fields, told, shown, strict=True)
    ]
    return MetRow(head.words, head.link, head.note, tuple(fields), more)


def _worst(uses: list[Use]) -> tuple[bool, float]:
    felt = _felt(uses)
    return felt is None, felt or 0.0


def _felt(uses: list[Use]) -> float | None:
    """How a touchpoint feels in a stage, where it feels worst there; None when nobody knows."""
    return min((value for use in uses if (value := getattr(use.entry, "experience", None)) is not None), default=None)


def _field(uses: list[Use], voice: Voice, *, named: bool) -> MetField:
    """One stage, in which a touchpoint may be met in several steps: the worst of them."""
    first = uses[0]
    stage = first.place.stage
    who = whose(first.place.journey, voice) if named else ""
    name: Words = stage.name if stage else first.place.journey.name
    return MetField(entry_link(first.place, first.entry, voice) or NO_LINK, face_of(_felt(uses), voice), name, who)
