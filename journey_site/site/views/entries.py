"""What stands in lanes and tables, ready to print: entries, touchpoints, content, metrics, owners, faces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from journey_site.documents.items import (
    Common,
    Item,
    Opportunity,
    TouchpointUse,
)
from journey_site.documents.values import Emotion, Owner, Ref, Text
from journey_site.site import vocabulary
from journey_site.site.addresses import NO_LINK, Link
from journey_site.site.language import FELT_DECIMALS
from journey_site.site.voice import Voice
from journey_site.source.ids import slug

Words = Text | str
"""What a template prints: a text of the handbook, or words of the interface."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words with where they lead, and an icon."""

    words: Words
    link: Link = NO_LINK
    icon: str = ""
    note: str = ""
    departments: tuple[str, ...] | None = None
    """Ids of the departments whose business it is, where a page can be looked at as one; None where nobody asks."""


@dataclass(frozen=True, slots=True)
class FaceView:
    """How something feels: a face from 1 to 5, the number, and the word for it."""

    level: int
    value: str
    label: str
    icon: str
    number: float | None = None
    """What ``value`` says, for tables that are handed on."""


@dataclass(frozen=True, slots=True)
class OwnerView:
    """Who answers for something."""

    words: Words
    link: Link
    colour: str = ""
    person: str = ""
    contact: Link = NO_LINK


@dataclass(frozen=True, slots=True)
class EntryView:
    """What every entry may say beside its words."""

    words: Words
    anchor: str = ""
    note: Text | None = None
    sources: tuple[Labelled, ...] = ()
    confidence: str = ""
    """``assumed``, ``observed``, ``measured``, or empty: not stated."""
    confidence_label: str = ""
    owner: OwnerView | None = None
    severity: int | None = None
    actors: tuple[Labelled, ...] = ()
    status: str = ""
    status_label: str = ""
    tags: tuple[str, ...] = ()
    url: Link = NO_LINK
    image: str = ""
    image_alt: Text | None = None
    audience: str = ""
    who: tuple[str, ...] = ()
    """Ids of the personas in ``actors``, for marks in their colours."""
    concerns: tuple[str, ...] = ()
    """Ids of those in ``actors``, and of who sends or receives it; empty: it concerns everybody."""
    departments: tuple[str, ...] | None = None
    """Ids of the departments that own it, send it or receive it; None in a handbook without departments."""
    place: Link = NO_LINK
    """Where it stands on the page of its stage, for whoever meets it on the map; ``anchor`` is its place on this page."""


@dataclass(frozen=True, slots=True)
class OpportunityView:
    """An opportunity with its scores and the pains it would end."""

    entry: EntryView
    impact: int | None
    effort: int | None
    solves: tuple[Labelled, ...]


class Anchors:
    """Gives each entry of one page an anchor of its own: its id, else one made from its words.

    ``reserved`` are the anchors of the page's sections, which no entry may take.
    """

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken: set[str] = set(reserved)

    def of(self, prefix: str, identity: str | None, words: str) -> str:
        """A name that no other entry of the page has; stable while the words are."""
        wanted = identity or f"{prefix}-{slug(words)[:32].strip('-')}".strip("-")
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}-{count}"
        self._taken.add(name)
        return name


def face_of(value: float | None, voice: Voice) -> FaceView | None:
    """The face for a value on the handbook's scale; None when it is unknown."""
    if value is None:
        return None
    # Of two that read the same number, none may wear another face.
    level = voice.atlas.handbook.scale.face(round(value, FELT_DECIMALS))
    label, icon = vocabulary.FACES[level]
    return FaceView(level, voice.language.signed(value), voice._(label), icon, value)


def face_of_emotion(emotion: Emotion | None, voice: Voice) -> FaceView | None:
    """The face for an emotion's typical value."""
    return face_of(emotion.typical if emotion else None, voice)


def owner_view(owner: Owner | None, voice: Voice) -> OwnerView | None:
    """Who answers; None when nobody is named."""
    if owner is None:
        return None
    department = voice.atlas.find(owner.department)
    contact = owner.contact or (department.contact if department else "") or ""
    words: Words = department.name if department else owner.name
    person = owner.name if department else ""
    return OwnerView(words, voice.link(owner.department), (department and department.colour) or "", person, Link(elsewhere=contact))


def ref_label(ref: Ref | None, voice: Voice, icon: str = "") -> Labelled | None:
    """A thing's name and page; None when there is nothing to see."""
    thing = voice.atlas.find(ref)
    return Labelled(thing.name, voice.link(ref), icon) if thing else None


def refs_labels(refs: tuple[Ref, ...], voice: Voice) -> tuple[Labelled, ...]:
    """Names and pages of several things."""
    return tuple(label for ref in refs if (label := ref_label(ref, voice)))


def entry_view(
    item: Common, words: Words, voice: Voice, anchor: str = "", *, owner: Owner | None = None, url: str | None = None
) -> EntryView:
    """What ``item`` says beside its words; ``owner`` and ``url`` are the shared thing's, where it says none of its own."""
    owner, url = item.owner or owner, item.url or url
    confidence = item.confidence or ""
    status = item.status or ""
    labels = vocabulary.OPPORTUNITY_STATUSES if isinstance(item, Opportunity) else vocabulary.CONTENT_STATUSES
    picture = voice.atlas.picture_address(item.image) if item.image else ""
    return EntryView(
        words,
        anchor,
        item.note,
        refs_labels(item.evidence, voice),
        confidence,
        voice._(vocabulary.CONFIDENCES[confidence][0]) if confidence else "",
        owner_view(owner, voice),
        item.severity,
        refs_labels(item.actor, voice),
        status,
        voice._(labels[status]) if status in labels else status,
        item.tags,
        Link(elsewhere=url) if url else NO_LINK,
        picture,
        item.image.alt if item.image else None,
        item.audience or "",
        tuple(item.actor),
        _concerned(item),
        _departments(item, owner, voice),
    )


def owned_by(entries: tuple[EntryView, ...], owner: Owner | None) -> tuple[EntryView, ...]:
    """``entries``, of which those that no department has to do with count for ``owner``'s."""
    if owner is None or not owner.department:
        return entries
    return tuple(replace(entry, departments=(owner.department,)) if entry.departments == () else entry for entry in entries)


def department_of(owner: Owner | None, voice: Voice) -> tuple[str, ...] | None:
    """The id of ``owner``'s department, for marks; None in a handbook without departments."""
    if not voice.atlas.departments:
        return None
    return (owner.department,) if owner and owner.department else ()


def _departments(item: Common, owner: Owner | None, voice: Voice) -> tuple[str, ...] | None:
    """Which departments have to do with ``item``: its ``owner``, and the two ends of a message."""
    known = voice.atlas.departments
    if not known:
        return None
    ends = (item.sender, item.receiver) if isinstance(item, TouchpointUse) else ()
    refs = (owner.department if owner else None, *ends)
    return tuple(dict.fromkeys(str(ref) for ref in refs if ref and voice.atlas.find(ref) is known.get(ref) is not None))


def _concerned(item: Common) -> tuple[str, ...]:
    """Whom ``item`` concerns: those it names, and the two ends of a message."""
    if not isinstance(item, TouchpointUse) or not (item.sender or item.receiver):
        return tuple(item.actor)
    return tuple(dict.fromkeys(ref for ref in (*item.actor, item.sender, item.receiver) if ref))


def item_views(items: tuple[Item, ...], voice: Voice, anchors: Anchors | None = None, prefix: str = "") -> tuple[EntryView, ...]:
    """Entries of a list of texts, in their order."""
    views = []
    for item in items:
        words = item.text or Text({})
        anchor = anchors.of(prefix, item.id, voice.words_for_address(words)) if anchors else ""
        views.append(entry_view(item, words, voice, anchor))
    return tuple(views)


def opportunity_views(
    items: tuple[Opportunity, ...],
    voice: Voice,
    pains: dict[str, Labelled],
    anchors: Anchors | None = None,
    owner: Owner | None = None,
) -> tuple[OpportunityView, ...]:
    """Opportunities, each with the pains it would end (``pains`` by id); those of nobody count for ``owner``'s."""
    views = owned_by(item_views(items, voice, anchors, "opportunity"), owner)
    return tuple(
        OpportunityView(view, item.impact, item.effort, tuple(pains[ref] for ref in item.solves if ref in pains))
        for view, item in zip(views, items, strict=True)
    )
