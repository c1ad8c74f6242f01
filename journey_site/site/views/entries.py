"""What stands in lanes and tables, ready to print: entries, touchpoints, content, metrics, owners, faces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journey_site.documents.items import (
    Common,
    ContentFacts,
    ContentUse,
    Item,
    Measured,
    MetricUse,
    Opportunity,
    TouchpointFacts,
    TouchpointUse,
)
from journey_site.documents.things import Thing
from journey_site.documents.values import Emotion, Owner, Ref, Text
from journey_site.site import vocabulary
from journey_site.site.addresses import Link
from journey_site.site.voice import Voice
from journey_site.source.ids import slug

Words = Text | str
"""What a template prints: a text of the handbook, or words of the interface."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words with where they lead, and an icon."""

    words: Words
    link: Link = Link()
    icon: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FaceView:
    """How something feels: a face from 1 to 5, the number, and the word for it."""

    level: int
    value: str
    label: str
    icon: str


@dataclass(frozen=True, slots=True)
class OwnerView:
    """Who answers for something."""

    words: Words
    link: Link
    colour: str = ""
    person: str = ""
    contact: Link = Link()


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
    url: Link = Link()
    image: str = ""
    image_alt: Text | None = None
    audience: str = ""
    who: tuple[str, ...] = ()
    """Ids of the personas in ``actors``, for marks in their colours."""


@dataclass(frozen=True, slots=True)
class OpportunityView:
    """An opportunity with its scores and the pains it would end."""

    entry: EntryView
    impact: int | None
    effort: int | None
    solves: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class TouchpointView:
    """A touchpoint as met in one stage."""

    entry: EntryView
    link: Link
    channel: Words
    channel_link: Link
    icon: str
    face: FaceView | None
    importance: int | None
    sender: Labelled | None
    receiver: Labelled | None
    metrics: tuple[MetricView, ...]


@dataclass(frozen=True, slots=True)
class ContentView:
    """A piece of content as recommended in one stage."""

    entry: EntryView
    link: Link
    type: str
    icon: str
    status: str
    """``live``, ``planned``, ``missing``, ``outdated``, or empty: not stated."""
    status_label: str
    helps: str
    language: str


@dataclass(frozen=True, slots=True)
class MetricView:
    """A number against its target."""

    entry: EntryView
    link: Link
    value: str
    unit: Words
    target: str
    filled: int | None
    """How much of the target is reached, in percent from 0 to 100; None when it cannot be told."""
    verdict: str
    """``met``, ``near``, ``off``, or empty when it cannot be told."""
    verdict_label: str
    period: str
    source: Text | None


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
    level = voice.atlas.handbook.scale.face(value)
    label, icon = vocabulary.FACES[level]
    return FaceView(level, voice.language.signed(value), voice._(label), icon)


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


def entry_view(item: Common, words: Words, voice: Voice, anchor: str = "") -> EntryView:
    """What ``item`` says beside its words."""
    confidence = item.confidence or ""
    status = item.status or ""
    labels = vocabulary.OPPORTUNITY_STATUSES if isinstance(item, Opportunity) else vocabulary.CONTENT_STATUSES
    picture = voice.atlas.picture_path(item.image) if item.image else ""
    return EntryView(
        words,
        anchor,
        item.note,
        refs_labels(item.evidence, voice),
        confidence,
        voice._(vocabulary.CONFIDENCES[confidence][0]) if confidence else "",
        owner_view(item.owner, voice),
        item.severity,
        refs_labels(item.actor, voice),
        status,
        voice._(labels[status]) if status in labels else status,
        item.tags,
        Link(elsewhere=item.url) if item.url else Link(),
        picture,
        item.image.alt if item.image else None,
        item.audience or "",
        tuple(item.actor),
    )


def item_views(items: tuple[Item, ...], voice: Voice, anchors: Anchors | None = None, prefix: str = "") -> tuple[EntryView, ...]:
    """Entries of a list of texts, in their order."""
    views = []
    for item in items:
        words = item.text or Text({})
        anchor = anchors.of(prefix, item.id, voice.words(words)) if anchors else ""
        views.append(entry_view(item, words, voice, anchor))
    return tuple(views)


def opportunity_views(
    items: tuple[Opportunity, ...], voice: Voice, pains: dict[str, Labelled], anchors: Anchors | None = None
) -> tuple[OpportunityView, ...]:
    """Opportunities, each with the pains it would end (``pains`` by id)."""
    views = item_views(items, voice, anchors, "opportunity")
    return tuple(
        OpportunityView(view, item.impact, item.effort, tuple(pains[ref] for ref in item.solves if ref in pains))
        for view, item in zip(views, items, strict=True)
    )


def touchpoint_view(use: TouchpointFacts, voice: Voice, anchors: Anchors | None = None) -> TouchpointView:
    """A touchpoint as used in a stage, with what its own page says where the use says nothing."""
    shared = voice.atlas.find(use.touchpoint) if isinstance(use, TouchpointUse) else None
    words: Words = use.name or (shared.name if shared else "") or ""
    identity = (use.touchpoint if isinstance(use, TouchpointUse) else None) or use.id
    anchor = anchors.of("touchpoint", f"touchpoint-{identity}" if identity else None, _plain(words, voice)) if anchors else ""
    entry = entry_view(use, words, voice, anchor)
    if entry.owner is None and shared is not None:
        entry = _with_owner(entry, owner_view(shared.owner, voice))
    channel_ref = use.channel or (shared.channel if shared else None)
    channel = voice.atlas.find(channel_ref)
    metrics = use.metrics or (shared.metrics if shared else ())
    in_stage = isinstance(use, TouchpointUse)
    return TouchpointView(
        entry,
        voice.link(use.touchpoint) if isinstance(use, TouchpointUse) else Link(),
        channel.name if channel else "",
        voice.link(channel_ref),
        (channel.icon if channel else "") or (vocabulary.CHANNEL_ICON if channel else vocabulary.TOUCHPOINT_ICON),
        face_of(use.experience, voice) if isinstance(use, TouchpointUse) else None,
        use.importance if isinstance(use, TouchpointUse) else None,
        ref_label(use.sender, voice) if in_stage and isinstance(use, TouchpointUse) else None,
        ref_label(use.receiver, voice) if in_stage and isinstance(use, TouchpointUse) else None,
        tuple(metric_view(metric, voice) for metric in metrics),
    )


def content_view(use: ContentFacts, voice: Voice, anchors: Anchors | None = None) -> ContentView:
    """A piece of content as recommended in a stage, with what its own page says where the use says nothing."""
    ref = use.content if isinstance(use, ContentUse) else None
    shared = voice.atlas.find(ref)
    words: Words = use.name or (shared.name if shared else "") or ""
    identity = ref or use.id
    anchor = anchors.of("content", f"content-{identity}" if identity else None, _plain(words, voice)) if anchors else ""
    entry = entry_view(use, words, voice, anchor)
    if shared is not None:
        if entry.owner is None:
            entry = _with_owner(entry, owner_view(shared.owner, voice))
        if not entry.url and shared.url:
            entry = _with_url(entry, Link(elsewhere=shared.url))
    kind = use.type or (shared.type if shared else None) or ""
    label, icon = vocabulary.CONTENT_TYPES.get(kind, (kind, vocabulary.OTHER_CONTENT))
    status = use.status or (shared.status if shared else None) or ""
    helps = use.helps or (shared.helps if shared else None)
    return ContentView(
        entry,
        voice.link(ref),
        voice._(label) if label else "",
        icon,
        status,
        voice._(vocabulary.CONTENT_STATUSES[status]) if status else "",
        voice._(vocabulary.PURPOSES[helps]) if helps else "",
        use.language or (shared.language if shared else None) or "",
    )


def metric_view(use: Measured, voice: Voice, anchors: Anchors | None = None) -> MetricView:
    """A metric against its target, with what its own page says where the use says nothing."""
    ref = use.metric if isinstance(use, MetricUse) else None
    shared = voice.atlas.find(ref)

    def fact(name: str) -> object:
        value = getattr(use, name)
        return getattr(shared, name) if value in (None, "") and shared is not None else value

    words: Words = fact("name") or ""  # type: ignore[assignment]
    anchor = anchors.of("metric", f"metric-{ref}" if ref else use.id, _plain(words, voice)) if anchors else ""
    value, target, baseline = fact("value"), fact("target"), fact("baseline")
    better = fact("better") or "higher"
    filled, verdict = _against(value, target, baseline, lower=better == "lower")  # type: ignore[arg-type]
    labels = {"met": voice._("on target"), "near": voice._("near target"), "off": voice._("off target"), "": ""}
    number = voice.language.number
    return MetricView(
        entry_view(use, words, voice, anchor),
        voice.link(ref),
        "" if value is None else number(value),  # type: ignore[arg-type]
        fact("unit") or "",  # type: ignore[arg-type]
        "" if target is None else number(target),  # type: ignore[arg-type]
        filled,
        verdict,
        labels[verdict],
        str(fact("period") or ""),
        fact("source"),  # type: ignore[arg-type]
    )


def _against(value: float | None, target: float | None, baseline: float | None, *, lower: bool) -> tuple[int | None, str]:
    """How far ``value`` has come towards ``target``, in percent, and a verdict."""
    if value is None or target is None:
        return None, ""
    if value <= target if lower else value >= target:
        return 100, "met"
    if baseline is not None and baseline != target and (baseline > target) == lower:
        done = (value - baseline) / (target - baseline)
    elif lower:
        done = target / value if value > 0 and target >= 0 else 0.0
    else:
        done = value / target if target > 0 else 0.0
    share = round(100 * min(1.0, max(0.0, done)))
    near = abs(value - target) <= 0.1 * abs(target)
    return min(share, 99), "near" if near else "off"


def _plain(words: Words, voice: Voice) -> str:
    return voice.words(words) if isinstance(words, Text) else words


def _with_owner(entry: EntryView, owner: OwnerView | None) -> EntryView:
    from dataclasses import replace

    return replace(entry, owner=owner) if owner else entry


def _with_url(entry: EntryView, url: Link) -> EntryView:
    from dataclasses import replace

    return replace(entry, url=url)


def thing_label(kind: str, thing: Thing, voice: Voice, icon: str = "") -> Labelled:
    """A thing's name and page."""
    return Labelled(thing.name, voice.link_to(kind, thing), icon)
