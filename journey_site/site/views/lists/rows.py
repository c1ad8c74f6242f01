"""Rows that several pages share: uses of touchpoints, content, pains and opportunities with their stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from journey_site.atlas.uses import Place, Use
from journey_site.documents.items import ContentFacts, ContentUse, MetricUse, Opportunity, TouchpointUse
from journey_site.site.addresses import Link
from journey_site.site.views.entries import (
    Anchors,
    FaceView,
    Labelled,
    OwnerView,
    Words,
)
from journey_site.site.views.lists.choices import Choice
from journey_site.site.views.lists.tables import LONGEST, Cell, Column
from journey_site.site.views.people.person import whose
from journey_site.site.views.stage.anchored import entry_link
from journey_site.site.views.used import content_view, metric_view, touchpoint_view
from journey_site.site.voice import Voice


def unknown(words: str) -> Cell:
    """What is not known or not stated, in words."""
    return Cell(words, badge="unknown")


def number_cell(number: float, voice: Voice) -> Cell:
    """A number as the language writes it."""
    return Cell(voice.language.number(number), number=number)


def owner_cell(owner: OwnerView | None, voice: Voice) -> Cell:
    """Who answers, or to those who keep the handbook that nobody does."""
    if owner:
        return Cell(owner=owner)
    return unknown(voice.no_owner) if voice.no_owner else Cell()


def uses_choice(count: int, voice: Voice) -> Choice:
    """What a touchpoint in ``count`` stages is found under."""
    _ = voice._
    if count < 2:
        return Choice(str(count), _("in 1 stage") if count else _("in no stage"), count)
    return Choice("2-4", _("in 2 to 4 stages"), 2) if count < 5 else Choice("5-", _("in 5 or more stages"), 5)


def anchored(uses: Iterable[Use], prefix: str, row: Callable[[Use, Voice], tuple[Cell, ...]], voice: Voice) -> tuple[tuple[Cell, ...], ...]:
    """A row for each use, with an address of its own: its journey's and its own id, else made from its words."""
    anchors = Anchors()
    found = []
    for use in uses:
        first, *others = row(use, voice)
        identity = f"{prefix}-{use.place.journey.id}-{use.entry.id}" if use.entry.id else None
        name = anchors.of(f"{prefix}-{use.place.journey.id}", identity, voice.words_for_address(first.words))
        found.append((replace(first, anchor=name), *others))
    return tuple(found)


def told_once(uses: Iterable[Use], voice: Voice) -> tuple[list[Use], dict[int, int]]:
    """``uses`` with what occurs in several stages told once, where it stands first; and in how many more stages, by ``id()``.

    The same thing met in many stages, or the same words taken over by another journey, would else fill a page.
    """
    groups = alike(uses, voice)
    return [group[0] for group in groups], {id(group[0]): len(group) - 1 for group in groups if len(group) > 1}


def alike(uses: Iterable[Use], voice: Voice) -> list[list[Use]]:
    """``uses`` in groups of those that are of the same thing or in the same words, in the order of their first."""
    found: dict[object, list[Use]] = {}
    for use in uses:
        found.setdefault(_same(use, voice), []).append(use)
    return list(found.values())


def _same(use: Use, voice: Voice) -> object:
    """What two uses share when they are of the same thing: the thing, else the words."""
    entry = use.entry
    for kind, name in ((TouchpointUse, "touchpoint"), (ContentUse, "content"), (MetricUse, "metric")):
        if isinstance(entry, kind) and (found := getattr(entry, name)):
            return name, found
    words = said(getattr(entry, "text", None) or getattr(entry, "name", None) or "", voice)
    return (type(entry), words) if words else id(entry)


def and_elsewhere(row: tuple[Cell, ...], more: int, voice: Voice) -> tuple[Cell, ...]:
    """``row``, whose second field is a place, with how many other places there are."""
    if not more:
        return row
    words = voice.language.ngettext("and in %(num)s more stage", "and in %(num)s more stages", more)
    place = row[1]
    note = f"{said(place.note, voice)} · {words % {'num': voice.language.number(more)}}"
    counted = any(choice.value == "1" for choice in place.choices)
    choices = (uses_choice(more + 1, voice),) if counted else place.choices
    return (row[0], replace(place, note=note, choices=choices), *row[2:])


def once_each(
    uses: Iterable[Use], prefix: str, row: Callable[[Use, Voice], tuple[Cell, ...]], voice: Voice, longest: int = LONGEST
) -> tuple[list[Use], tuple[tuple[Cell, ...], ...], str]:
    """What is told of ``uses``, each once: at most ``longest`` of them, their rows, and a sentence when there are more."""
    found, more = told_once(uses, voice)
    shown = found[:longest]
    plain = anchored(shown, prefix, row, voice)
    told = tuple(and_elsewhere(each, more.get(id(use), 0), voice) for use, each in zip(shown, plain, strict=True))
    return shown, told, first_of_many(len(found), longest, voice)


def first_of_many(count: int, shown: int, voice: Voice) -> str:
    """A sentence where a table shows the first ``shown`` of ``count`` alone; else empty."""
    if count <= shown:
        return ""
    number = voice.language.number
    words = voice._("These are the first %(shown)s of %(num)s; the others stand on the pages of their stages.")
    return words % {"shown": number(shown), "num": number(count)}


def said(words: Words, voice: Voice) -> str:
    """Words as plain text."""
    return words if isinstance(words, str) else voice.words(words)


def contact_cell(contact: str | None) -> Cell:
    """A way to reach somebody, shown without its scheme."""
    return Cell(contact.split(":", 1)[-1].removeprefix("//"), Link(elsewhere=contact)) if contact else Cell()


def day_cell(day: str | None, voice: Voice) -> Cell:
    """A date as the language writes it; what is no date stands as it is."""
    return Cell(voice.language.day(day), sort=day or "")


def language_name(code: str, voice: Voice) -> str:
    """A language by its name, in the reader's."""
    return voice.language.named(code)


def place_cell(place: Place, voice: Voice, anchor: str = "") -> Cell:
    """Where something stands: the stage with its page, the people and the journey under it.

    ``anchor`` is the field of the stage in which it is written; a number may be a touchpoint's, and what stands in
    a step leaves the stage itself without that heading, so the link then leads to the touchpoints or to the page.
    """
    people = whose(place.journey, voice)
    below = f"{people} · {voice.words(place.journey.name)}"
    choices = (Choice(place.journey.id, place.journey.name),)
    if place.stage is None:
        return Cell(place.journey.name, voice.link_to("journeys", place.journey), note=people, choices=choices)
    headings = (anchor, "touchpoints") if anchor == "metrics" else (anchor,)
    headed = next((name for name in headings if name and getattr(place.stage, name)), "")
    return Cell(place.stage.name, voice.stage_link(place.journey, place.stage, headed), note=below, choices=choices)


def stages_cell(places: Sequence[Place], voice: Voice, anchor: str = "") -> Cell:
    """Where something stands: the stage of one place, else every place of several under the name of their stages.

    Of several, the first may not be the same in all; then they stand without a common name.
    """
    if len(places) == 1:
        return place_cell(places[0], voice, anchor)
    cells = [place_cell(place, voice, anchor) for place in places]
    names = {said(cell.words, voice) for cell in cells}
    if len(names) > 1:
        return Cell(places=tuple(Labelled(cell.words, cell.link, note=said(cell.note, voice)) for cell in cells))
    below = tuple(
        Labelled(place.journey.name, cell.link, note=whose(place.journey, voice)) for place, cell in zip(places, cells, strict=True)
    )
    return replace(cells[0], note="", places=below)


def journey_choices(uses: Iterable[Use]) -> tuple[Choice, ...]:
    """The journeys under which what is told once for ``uses`` is found."""
    journeys = {use.place.journey.id: use.place.journey for use in uses}
    return tuple(Choice(identity, journey.name) for identity, journey in journeys.items())


def worst_first(uses: Iterable[Use]) -> list[Use]:
    """Uses of touchpoints, the worst experience first, then those of unknown experience, last what is only planned."""

    def key(use: Use) -> tuple[bool, bool, float]:
        felt = getattr(use.entry, "experience", None)
        return use.place.journey.is_plan, felt is None, felt or 0.0

    return sorted(uses, key=key)


def felt_cell(face: FaceView | None, place: Place, voice: Voice) -> Cell:
    """How it feels at ``place``; in a plan that is hoped for, and has not been felt."""
    if face is None:
        return unknown(voice._("unknown"))
    return Cell(face=face, note=voice._("planned") if place.journey.is_plan else "")


def touchpoint_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``touchpoint_row``."""
    _ = voice._
    return (
        Column(_("Touchpoint")),
        Column(_("Where"), facet="uses", facet_label=_("Uses")),
        Column(_("Experience"), facet="experience"),
        Column(_("Measure"), facet="measure"),
        Column(_("Owner"), facet="owner"),
    )


def touchpoint_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A touchpoint in a stage."""
    assert isinstance(use.entry, TouchpointUse)
    view = touchpoint_view(use.entry, voice, journey=use.place.journey)
    return (
        Cell(view.entry.words, view.link or entry_link(use.place, use.entry, voice), view.icon, note=view.entry.note or "", confidence=view.entry.confidence),
        replace(place_cell(use.place, voice, "touchpoints"), choices=(uses_choice(1, voice),)),
        felt_cell(view.face, use.place, voice),
        Cell(metric=view.metrics[0]) if view.metrics else unknown(voice._("not measured")),
        owner_cell(view.entry.owner, voice),
    )


def content_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``content_row``."""
    _ = voice._
    return (
        Column(_("Content")),
        Column(_("Where")),
        Column(_("Type"), facet="type"),
        Column(_("Purpose")),
        Column(_("State"), facet="state"),
    )


def content_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A piece of content in a stage."""
    assert isinstance(use.entry, ContentUse)
    view = content_view(use.entry, voice)
    return (
        Cell(view.entry.words, view.link or entry_link(use.place, use.entry, voice), view.icon, note=view.entry.note or ""),
        place_cell(use.place, voice, "content"),
        type_cell(use.entry, view.type, voice),
        Cell(view.helps),
        Cell(view.status_label, badge=view.status) if view.status else unknown(voice._("not stated")),
    )


def type_cell(entry: ContentFacts, words: str, voice: Voice) -> Cell:
    """What sort of content it is."""
    shared = voice.atlas.find(entry.content) if isinstance(entry, ContentUse) else None
    kind = entry.type or (shared.type if shared else None) or ""
    return Cell(words, choices=(Choice("-".join(kind.split()), words),)) if kind else Cell()


def by_promise(uses: Iterable[Use]) -> list[Use]:
    """Opportunities, the most impact for the least effort first, those that are done or dropped last."""

    def key(use: Use) -> tuple[bool, int, int]:
        entry = use.entry
        assert isinstance(entry, Opportunity)
        return entry.status in ("done", "dropped"), -(entry.impact or 0), entry.effort or 6

    return sorted(uses, key=key)


def metric_columns(voice: Voice) -> tuple[Column, ...]:
    """The heads for ``metric_row``."""
    _ = voice._
    return (Column(_("Metric")), Column(_("Where")), Column(_("Value")))


def metric_row(use: Use, voice: Voice) -> tuple[Cell, ...]:
    """A metric in a stage."""
    assert isinstance(use.entry, MetricUse)
    view = metric_view(use.entry, voice, journey=use.place.journey)
    return (Cell(view.entry.words, view.link or entry_link(use.place, use.entry, voice), confidence=view.entry.confidence), place_cell(use.place, voice, "metrics"), Cell(metric=view))
